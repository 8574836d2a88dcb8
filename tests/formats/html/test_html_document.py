"""HTML: what is seen of a page, where it stands, and in which region."""

from __future__ import annotations

from html import escape

import pytest
from document_contract import DocumentFormatContract
from html_texts import read, texts

from checker.errors import EmptyError
from checker.formats import document_from_bytes
from checker.pipeline.site import without_site


class TestHtml(DocumentFormatContract):
    path = "a.html"

    def write(self, paragraphs: list[str]) -> bytes:
        body = "\n".join(f"<p>{escape(text)}</p>" for text in paragraphs)
        return f"<!DOCTYPE html>\n<html><head><meta charset=utf-8></head>\n<body>\n{body}\n</body></html>\n".encode()


class TestRedundantHtml(TestHtml):
    """The same paragraphs as an editor saves them: an element around each word, letters as numbers, lines wrapped."""

    def write(self, paragraphs: list[str]) -> bytes:
        def word(text: str) -> str:
            return f"<span style='color: red'>{''.join(f'&#{ord(letter)};' for letter in text)}</span>"

        body = "".join(f"<div\n>{' '.join(map(word, text.split()))}</div>" for text in paragraphs)
        return f"<body>{body}".replace("</span> <", "</span>\r\n  <").encode("windows-1252")


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>One\n   two<p>Three</p>tail", ["One two", "Three", "tail"]),
        ("<p>A <b>bold</b> <i>and </i> slanted<b>&nbsp;</b>word.", ["A bold and slanted\u00a0word."]),
        (
            "<p>Caf&eacute; &amp; bar&hellip; &#8364;3 &#x20ac;4 &notit; &nosuch; R&D &#0; &#xD800; &#99999999999999;",
            ["Café & bar… €3 €4 ¬it; &nosuch; R&D \ufffd \ufffd \ufffd"],
        ),
        ("<p>a<br>b<br/> c <br><br><br> d<br>", ["a\nb\nc\n\nd"]),
        ("<pre>\n  a\n\tb  c\n</pre>", ["  a\n\tb  c\n"]),
        ("<p style='white-space: pre-wrap'>a\r\n b", ["a\n b"]),
        ("<p>soft&shy;ware ex\u00adample zero\u200bwidth", ["software example zerowidth"]),
        ("<ul><li>one<li>two<ul><li>three</ul>four</ul>", ["one", "two", "three", "four"]),
        ("<table><tr><td>one<td>two<tr><th>three</table>", ["one", "two", "three"]),
        ("<dl><dt>term<dd>meaning<dt>term</dl>", ["term", "meaning", "term"]),
        ("<details><summary>More</summary>Inside</details>", ["More", "Inside"]),
        ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
        (
            "<span style='display:block'>one</span><span>two</span><div style='display: inline'>three</div>",
            ["one", "twothree"],
        ),
        ("<x-comment>one</x-comment><x-comment>two <x-time>now</x-time></x-comment>", ["one", "two now"]),
        ("<p>a < b, a <3 b, a<!-- no --> b <? no ?>c</>d <!no>e", ["a < b, a <3 b, a b cd e"]),
        ("<!-->a<!--->b<!-- no --!>c<!--", ["abc"]),
        ("<script>if (a</b>) '<p>no</p>'</script>yes<style>p::before{content:'no'}</STYLE >", ["yes"]),
        ("<script src=x />yes", ["yes"]),
        ("<title>A <script>title</title>text", ["A <script>title", "text"]),
        ("<title>never ended<p>text", ["never ended", "text"]),
        ("yes<p hidden>no<p>yes<div style='color:red; display : none'>no<div>no</div></div>yes", ["yes", "yes", "yes"]),
        ("yes<template><p>no</template><noscript><p>no</p></noscript><iframe>no</iframe><video>no</video>", ["yes"]),
        ("yes<dialog>no</dialog><dialog open>yes</dialog><p hidden=until-found>yes", ["yes", "yes", "yes"]),
        ("<body style='visibility:hidden' hidden><p>yes", ["yes"]),
        ("<svg><title>no</title><text>yes</text></svg>", ["yes"]),
        (
            "<p>A <img alt='😀'> smile <img alt=logo> and <img alt='A dog that runs along the shore'> a dog.",
            ["A 😀 smile and a dog.", "A dog that runs along the shore"],
        ),
        (
            "<a title='A dog that runs along the shore'>A dog that runs along the shore</a>",
            ["A dog that runs along the shore"],
        ),
        (
            "<input type=hidden value=no><input value='yes'>"
            "<input type=submit value='Send it'><input placeholder=Name>",
            ["yes", "Send it", "Name"],
        ),
        ("<select><option>one<option>two</select><textarea>\nthree <b></textarea>", ["one", "two", "three <b>"]),
        ("<p title='a>b' class=\"c>d\" id=e>f", ["f"]),
        ("<p title='never ended>text", ["text"]),
        ('text<p class="cut off', ["text"]),
        ("a\0b", ["ab"]),
        ("<P>A<BR>B</P><DIV CLASS=x>C</DIV>", ["A\nB", "C"]),
        ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><title/><p hidden=""/>yes</html>', ["yes"]),
    ],
)
def test_what_is_seen(html: str, blocks: list[str]) -> None:
    assert texts(html) == blocks


@pytest.mark.parametrize(
    ("html", "regions"),
    [
        ("<title>t</title><h1>h</h1><p>p", "title body body"),
        ("<nav><ul><li>a</ul></nav><p>p, which is longer than a.", "navigation body"),
        ("<article><p>p, which is longer.<footer>f</footer></article><footer>f</footer>", "body body navigation"),
        ("<p>p, which is longer.<div class='reply'>r</div>", "body comment"),
        ("<p>p<details class=CommentBox><summary>s</summary>c</details>", "body comment comment"),
        ("<p>p<ol class=commentlist><li>c<li>c", "body comment comment"),
        ("<p>p<div id=disqus_thread><div class=post>c</div></div>", "body comment"),
        ("<p>p<figure><figcaption>f</figcaption></figure><div class=wp-caption-text>c</div>", "body caption caption"),
        ("<p>p, which is longer.<button>b</button><label>l</label><select><option>o</select>", "body form form form"),
        ("<p>p, which is longer.<div class=cookie-banner><p>c</div>", "body navigation"),
        ("<p>p, which is longer.<div role=navigation>c</div>", "body navigation"),
        ("<ul class=crumbs><li>Forum<li>c</ul><p>p, which is longer.", "navigation navigation body"),
        ("<p>p, which is longer.<div class=post><p>c<div class=sig>By train</div></div>", "body body navigation"),
        ("<p>p, which is longer.<div class=comment><time>3 h</time><p>c</div>", "body navigation comment"),
        ("<p>p, which is longer.<div><a href=/>Home</a> <a href=/s>Sport</a></div>", "body navigation"),
        (
            "<p>p, so it is longer.<header><a href=/>Site</a></header><header><h1><a href=/>h</a>",
            "body navigation body",
        ),
        ("<p>p, which is longer.<aside><p><a href=/>Another text</a><p>b</aside>", "body navigation body"),
        ("<p>Read <a href=/a>one</a> or <a href=/b>two</a>.<p><a href=/c>Three</a>", "body body"),
        ("<p>On <time>6 May</time> they met.", "body"),
        ("<body class='has-menu cookies'><main class=related>p", "body"),
        ("<article class='tag-menu category-cookies comments-open'><p>p</article>", "body"),
        ("<article><p>p</p><div class=comment><article class=c><p>c</article></div></article>", "body comment"),
        (
            "<div class=menu><p>The soup of the day is made of beetroot, and it has been for eleven years.</div><p>p"
            * 3,
            "body body body body body body",
        ),
        ("<div class=sidebar-menu><p>All of this page is in what is called a menu.</div>", "body"),
        ("<nav>unclosed<p>And so all of the page is within it.", "body body"),
    ],
)
def test_regions(html: str, regions: str) -> None:
    assert " ".join(block.region for block in read(html).blocks) == regions


@pytest.mark.parametrize(
    ("html", "kinds"),
    [
        ("<h2>h</h2><p>p<ul><li>i<li><p>i</ul>p", "heading paragraph item item paragraph"),
        ("<table><tr><td>c<th><p>c</table>p", "cell cell paragraph"),
        ("<dl><dt>i<dd>i</dl>", "item item"),
    ],
)
def test_kinds(html: str, kinds: str) -> None:
    assert " ".join(block.kind for block in read(html).blocks) == kinds


@pytest.mark.parametrize(
    ("data", "text", "notes"),
    [
        ("<meta charset=windows-1250><p>Știri".encode("cp1250", "replace"), "?tiri", ()),
        ("<meta charset='iso-8859-2'><p>Łódź".encode("iso-8859-2"), "Łódź", ()),
        ("<meta charset=iso-8859-1><p>“so”".encode("cp1252"), "“so”", ()),
        ("<META http-equiv=Content-Type content='text/html; charset=Shift_JIS'><p>開門".encode("cp932"), "開門", ()),
        ("<meta charset=gb2312><p>開門".encode("gb18030"), "開門", ()),
        (
            "<meta charset=windows-1252><p>Łódź".encode(),
            "Łódź",
            ("declared as windows-1252, but it is UTF-8; read as that",),
        ),
        ("<meta charset=utf-8><p>Łódź".encode("utf-8-sig"), "Łódź", ()),
        ("<meta charset=utf-8><p>Łódź".encode("utf-16"), "Łódź", ()),
        ("<?xml version='1.0' encoding='iso-8859-2'?><p>Łódź".encode("iso-8859-2"), "Łódź", ()),
    ],
)
def test_encodings(data: bytes, text: str, notes: tuple[str, ...]) -> None:
    document = document_from_bytes("a.html", data)
    assert (document.text.strip(), document.notes) == (text, notes)


@pytest.mark.parametrize("path", ["a.html", "a.HTM", "a.xhtml", "<stdin>", "page", "a.txt"])
def test_a_page_is_known_by_its_name_or_by_how_it_begins(path: str) -> None:
    document = document_from_bytes(path, b"\n<!-- saved -->\n<!doctype HTML>\n<p>Text")
    assert document.text.strip() == "Text"
    assert len(document.notes) == (path == "a.txt")
    assert (document.blocks[0].span.start, *document.line_and_column(0)) == (0, 4, 4)


def test_what_is_hidden_is_said_to_be() -> None:
    (note,) = read(f"<p>Seen.<div hidden>{'word ' * 50}<script>{'x ' * 50}</script></div>").notes
    assert note == "hidden parts of the page, 50 words, were not read"


@pytest.mark.parametrize(("end", "what"), [("<!-- so", "a comment"), ("<a hr", "a tag"), ("<script>x", "<script>")])
def test_a_page_that_is_cut_off_says_so(end: str, what: str) -> None:
    document = read(f"<p>Text{end}")
    assert document.text.strip() == "Text"
    assert document.notes == document.unread == (f"the page ends in the middle of {what}, of which nothing is read",)


def test_a_page_of_scripts_is_said_to_have_no_text() -> None:
    with pytest.raises(EmptyError, match="save the page from a browser"):
        read("<!doctype html><div id=app></div><script src=app.js></script>")


@pytest.mark.parametrize(
    ("html", "checked"),
    [
        ("<nav>Home</nav><p>p, which is longer.<form><label>Name</label></form>", "p, which is longer."),
        ("<title>t</title><p>p", "p"),
        ("<nav>Home</nav>", "Home"),
    ],
)
def test_what_is_the_site_s_is_set_aside_where_there_is_more(html: str, checked: str) -> None:
    document = without_site(read(html))
    assert [block.span.of(document.text) for block in document.blocks] == [checked]
    assert document.notes == ()


def test_where_something_long_is_set_aside_a_note_says_from_which_line_on() -> None:
    notice = "Cookies help this site to remember which of its pages you have read."
    document = without_site(read(f"<p>{'The gate is open. ' * 10}\n<div class=cookie-notice>\n<p>{notice}</div>"))
    (note,) = document.notes
    assert note == "a.html: 1 paragraph of the site's own (navigation, notices) not checked, from line 3 on"


def test_the_pages_of_a_manual_that_stand_before_and_after_are_the_site_s() -> None:
    lock = "A lock opens and shuts. " * 6 + "It has a key."
    table = "<table><tr><td>Prev</td><th>{}</th></tr></table>"
    page = f"<div class=navheader>{table.format('3. Gates')}</div><h2>3.1. Locks</h2><p>{lock}</p>"
    document = without_site(
        read(page + f"<div class=navfooter>{table.format('3.2. Which key fits into which of all these locks?')}</div>")
    )
    assert [block.span.of(document.text) for block in document.blocks] == ["3.1. Locks", lock]


def test_what_other_pages_are_called_is_not_read() -> None:
    title = "title='What stands on the very next page'"
    page = f"<head><link rel=next {title}></head><p>A gate opens. See <a href=x {title}>Section 2</a>.</p>"
    document = read(page)
    assert [block.span.of(document.text) for block in document.blocks] == ["A gate opens. See Section 2."]


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        ("<p>Run <code>gate open</code> first.", ["Run gate open first."]),
        ("<p>Add <code>--all</code> and see <code>/etc/gate</code>.", ["Add and see ."]),
        ("<p>It rained.<pre><code>if (x) {\n  rain();\n}</code></pre><p>It cleared.", ["It rained.", "It cleared."]),
        (
            "<div class='highlight'><pre>make rain</pre></div><p class='highlight'>Rain and/or snow.",
            ["Rain and/or snow."],
        ),
        ("<pre class='programlisting'>make rain</pre><p>It rained.", ["It rained."]),
        ("<div class='literalblock'><div><pre># make rain</pre></div></div><p>It rained.", ["It rained."]),
        ("<div class='example'><p>It may rain.</p><pre>make rain</pre></div>", ["It may rain."]),
        ("<pre translate='no'>make rain</pre><p translate='no'>It rained.", ["It rained."]),
        ("<pre>Roses are red,\nviolets are blue.</pre>", ["Roses are red, violets are blue."]),
        ("<p>By {{ page.author }} in {% include 'place.html' %} town.", ["By in town."]),
        ("<p>It rained.{% comment %}<p>Nobody sees this.{% endcomment %}<p>It cleared.", ["It rained.", "It cleared."]),
        ("{# not shown #}<p>It is 3 {metres} wide.", ["It is 3 {metres} wide."]),
    ],
)
def test_code_and_templates_stay_in_the_text_and_are_not_judged(html: str, seen: list[str]) -> None:
    document = read(html)
    shown = [" ".join(block.span.of(document.view).split()) for block in document.blocks]
    assert shown == seen
    assert len(document.view) == len(document.text)
