"""The shapes in which pages hold an article and a comment under it, as sites and their makers' habits go.

Each shape is a function of the paragraphs of an article and the text of a comment, and gives the page's HTML.  Around
both stand a Romanian site's navigation, cookie notice, teasers and footer, which are part of neither.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

Shape = Callable[[Sequence[str], str], str]

HEAD = """<!DOCTYPE html>
<html lang="ro-RO">
<head>
  <meta charset="utf-8">
  <title>Declarație - Ziarul de Dimineață</title>
  <meta property="og:description" content="Citește pe Ziarul de Dimineață">
  <style>.reply { margin-left: 2em } /* <p>not text</p> */</style>
  <script>var x = "<div class='comment'>Acesta nu este un comentariu.</div>"; if (1 < 2) { track(x); }</script>
</head>
<body class="single single-post comments-open has-sidebar">
"""
NAVIGATION = """<header id="masthead" class="site-header">
  <a class="skip-link" href="#content">Sari la conținut</a>
  <nav class="main-navigation" aria-label="Meniu principal"><ul>
    <li><a href="/">Acasă</a></li><li><a href="/politica">Politică</a></li><li><a href="/externe">Externe</a></li>
    <li><a href="/opinii">Opinii</a></li><li><a href="/abonamente">Abonează-te acum la ediția tipărită</a></li>
  </ul></nav>
</header>
<div id="cookie-law-info-bar" role="dialog"><p>Acest site folosește cookie-uri pentru a vă oferi o experiență mai bună
  de navigare și servicii adaptate nevoilor dumneavoastră. Continuarea navigării implică acceptarea lor.
  <button type="button">Accept toate</button> <button type="button">Setări</button></p></div>
"""
AFTER = """<div class="share-buttons"><span>Distribuie</span> <a>Facebook</a> <a>WhatsApp</a></div>
<section class="related-posts"><h3>Citește și</h3>
  <article><a href="/1"><img src="1.jpg" alt="Un tren nou a fost prezentat ieri la Gara de Nord"></a>
    <h4>Primul tren nou a fost prezentat ieri la Gara de Nord din București.</h4>
    <p>Trenul are locuri pentru trei sute de călători și va circula din luna mai.</p></article></section>
"""
FOOTER = """<footer class="site-footer"><p>© 2024 Ziarul de Dimineață. Toate drepturile rezervate. Reproducerea
  integrală sau parțială a textelor este permisă numai cu acordul scris al redacției.</p>
  <nav><a href="/contact">Contact</a> | <a href="/termeni">Termeni și condiții</a></nav></footer>
<noscript><img src="pixel.gif" alt="Activați JavaScript pentru a vedea toate comentariile de pe site."></noscript>
</body>
</html>
"""
FORM = """<div id="respond" class="comment-respond"><h3 id="reply-title">Lasă un răspuns</h3>
  <form action="/post" id="commentform" class="comment-form"><p class="comment-notes">Adresa ta de email nu va fi
  publicată. Câmpurile obligatorii sunt marcate cu *</p>
  <label for="c">Comentariu *</label><textarea id="c" name="c"></textarea>
  <input name="author" placeholder="Nume"><input type="submit" value="Publică comentariul"></form></div>
"""


def paragraphs(texts: Sequence[str]) -> str:
    return "\n".join(f"<p>{escape(text)}</p>" for text in texts)


def article(texts: Sequence[str]) -> str:
    title, *rest = texts
    return f'<article class="post category-meniu"><h1>{escape(title)}</h1>\n{paragraphs(rest)}\n</article>\n'


def page(*parts: str) -> str:
    return HEAD + NAVIGATION + '<main id="content">\n' + "".join(parts) + "</main>\n" + FOOTER


def bare(texts: Sequence[str], under: str) -> str:
    return f"<!DOCTYPE html>\n<title>Page</title>\n{paragraphs(texts)}\n{under}\n"


def div_reply(texts: Sequence[str], comment: str) -> str:
    return page(article(texts), f'<div class="reply">{escape(comment)}</div>\n', FORM)


def details(texts: Sequence[str], comment: str) -> str:
    box = f'<details class="CommentBox"><summary>1 comentariu</summary>{escape(comment)}</details>\n'
    return page(article(texts), box, FORM)


def nested_list(texts: Sequence[str], comment: str) -> str:
    """A reply two levels down, the lists' end tags left out."""
    inner = f"<ul><li>Mihai<ul><li><b>Ana</b>, 3 ore<p>{escape(comment)}</ul></ul>"
    return page(article(texts), f'<div class="discussion">{inner}</div>', FORM)


def table_cell(texts: Sequence[str], comment: str) -> str:
    row = f"<tr><td width=120><b>Ana_M</b><br>Postări: 214<td>{escape(comment)}"
    return bare(texts, f"<table border=0><tr><th>Autor<th>Mesaj{row}</table>")


def wordpress(texts: Sequence[str], comment: str) -> str:
    thread = f"""<div id="comments" class="comments-area"><h2 class="comments-title">Un comentariu</h2>
<ol class="commentlist"><li id="comment-41" class="comment even thread-even depth-1"><article id="div-comment-41"
 class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><img alt="" src="a.png"><b
 class="fn">Ana</b> <span class="says">spune:</span></div><div class="comment-metadata"><a><time>14 noiembrie 2023 la
 10:12</time></a></div></footer><div class="comment-content"><p>{escape(comment)}</p></div><div class="reply"><a
 class="comment-reply-link">Răspunde</a></div></article></li></ol>{FORM}</div>"""
    return page(article(texts), AFTER, thread)


def disqus(texts: Sequence[str], comment: str) -> str:
    thread = f"""<section id="disqus_thread"><div id="layout" data-tracking-area="layout"><ul id="post-list"
class="post-list"><li class="post" id="post-6"><div data-role="post-content" class="post-content"><div
class="avatar"></div><div class="post-body"><header class="comment__header"><span
class="author">Ana</span> <span class="bullet">•</span> <a
class="time-ago">acum 3 ore</a></header><div class="post-body-inner"><div class="post-message-container"><div
class="post-message"><p>{escape(comment)}</p></div></div></div><footer class="comment__footer"><menu><li
class="voting"><a>1</a></li><li class="reply"><a>Răspunde</a></li><li class="share">Distribuie ›</li></menu></footer>
</div></div></li></ul></div></section>"""
    return page(article(texts), thread)


def facebook(texts: Sequence[str], comment: str) -> str:
    def soup(text: str) -> str:
        return (
            '<div class="x1iorvi4 x1pi30zi"><div dir="auto" class="x193iq5w"><span class="x193iq5w xeuugli"><div'
            f' dir="auto" style="text-align: start;">{escape(text)}</div></span></div></div>'
        )

    post = "".join(map(soup, texts))
    meta = '<ul><li><span>3 h</span></li><li><div role="button">Îmi place</div></li><li>Răspunde</li></ul>'
    reply = f'<div aria-label="Comment">{soup(comment)}{meta}</div>'
    return page(f'<div role="main"><div role="article">{post}</div>{reply}</div>')


def reddit(texts: Sequence[str], comment: str) -> str:
    def node(inside: str, depth: int) -> str:
        return (
            f'<shreddit-comment depth="{depth}"><details open><summary><a>u/ana_{depth}</a> • <faceplate-timeago>3h ago'
            f'</faceplate-timeago></summary><div slot="comment" class="md"><div>{inside}</div></div></details>'
        )

    thread = f"{node('<p>This.</p>', 0)}{node(f'<p>{escape(comment)}</p>', 1)}</shreddit-comment></shreddit-comment>"
    return page(f"<shreddit-post><div slot=text-body>{paragraphs(texts)}</div></shreddit-post>", thread)


def forum(texts: Sequence[str], comment: str) -> str:
    """phpBB of twenty years ago: capitals, no paragraphs, ``<br>`` and ``&nbsp;``."""
    lines = "<BR><BR>\n".join(map(escape, texts))

    def post(name: str, text: str) -> str:
        return (
            f"<TR><TD class=row1 valign=top><SPAN class=name><B>{name}</B></SPAN><BR><SPAN class=postdetails>Joined: 14"
            f" Nov<BR>Posts: 214</SPAN></TD><TD class=row1><SPAN class=postbody>{text}<BR>____________<BR></SPAN>&nbsp;"
            "</TD></TR><TR><TD colspan=2 class=spaceRow><IMG src=spacer.gif alt=''></TD></TR>"
        )

    return f"<HTML><BODY><TABLE width=100%>{post('Admin', lines)}{post('Ana', escape(comment))}</TABLE></BODY></HTML>"


def live_blog(texts: Sequence[str], comment: str) -> str:
    entries = "".join(
        f'<article class="live-post"><time>10:{50 - number:02}</time><p>{escape(text)}</p></article>'
        for number, text in enumerate(texts)
    )
    last = f'<article class="live-post"><time>10:05</time><p>{escape(comment)}</p></article>'
    return page(f'<div class="live-blog">{entries}{last}</div>')


def aside(texts: Sequence[str], comment: str) -> str:
    half = len(texts) // 2
    box = f"<aside class=box><p>{escape(comment)}</p></aside>"
    return page(f"<article>{paragraphs(texts[:half])}{box}{paragraphs(texts[half:])}</article>")


def quoted(texts: Sequence[str], comment: str) -> str:
    return page(article(texts), f"<section class=comments><blockquote><p>{escape(comment)}</blockquote></section>")


def definition_list(texts: Sequence[str], comment: str) -> str:
    return bare(texts, f"<dl><dt>Ana<dd>{escape(comment)}</dl>")


def on_top(texts: Sequence[str], comment: str) -> str:
    return page(f'<div class="highlighted-comment">{escape(comment)}</div>', article(texts))


def inline_marks(texts: Sequence[str], comment: str) -> str:
    """Every second word in an element of its own, as editors leave it; lines wrapped in the file."""
    words = [
        f'<span style="color: rgb(0, 0, 0);">{escape(word)}</span>' if k % 2 else escape(word)
        for k, word in enumerate(comment.split())
    ]
    return page(article(texts), f'<div class="comment">\n    <p>{chr(10).join(words)}</p>\n</div>')


def line_breaks(texts: Sequence[str], comment: str) -> str:
    return f"<body><div>{'<br><br>'.join(map(escape, texts))}<br><br>{escape(comment)}</div>"


SHAPES: dict[str, Shape] = {
    shape.__name__: shape
    for shape in (
        div_reply,
        details,
        nested_list,
        table_cell,
        wordpress,
        disqus,
        facebook,
        reddit,
        forum,
        live_blog,
        aside,
        quoted,
        definition_list,
        on_top,
        inline_marks,
        line_breaks,
    )
}
