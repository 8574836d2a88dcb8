"""Hostile texts of kinds that damage to a good file does not come upon: each of a few lines, by what is odd in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kinds_packages import packages
from kinds_xml import MARKED

from samples import SOURCE, TARGET

DIGITS = "9" * 5_000
STEERING = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202eabc\u2066\u200f"
_GOOD_PAIR = '{"source": "The port is open.", "target": "Portul este deschis."}\n'
_TURN, _ACCENT, _JOINED, _JAMO = "\u202e", "\u0301", "\U0001f468\u200d", "\u1100\u1161"
_FONT = "{\\f0\\fcharset999 a;}"


def _json(strings: str) -> str:
    return f'{{"k": "The port is open.", {strings}}}'


def _nested(before: str, inside: str, after: str, depth: int) -> str:
    return before * depth + inside + after * depth


def _cues(*times: str, arrow: str = " --> ") -> str:
    return "".join(f"{k}\n{arrow.join((time, time))}\n{SOURCE}\n\n" for k, time in enumerate(times, start=1))


DOCUMENTS: Mapping[str, str] = {
    "times.srt": _cues("99999999999:00:00,000", "-1:00:00,000", f"{DIGITS}:00:00,000", "00:99:99,999", "٠٠:٠٠:٠١,٠٠٠"),
    "numbers.srt": f"{DIGITS}\n00:00:01,000 --> 00:00:00,000\n{SOURCE}\n\n-5\n00:00:01,000 --> x\n{TARGET}\n",
    "heads.srt": "1\n00:00:01,000 --> 00:00:02,000\n\n" * 2_000,
    "arrows.srt": "-->\n" * 20_000,
    "places.srt": f"1\n00:00:01,000 --> 00:00:02,000 X1:{DIGITS} {STEERING}\n{{\\an{DIGITS}}}{SOURCE}\n",
    "blocks.vtt": f"WEBVTT {STEERING}\n\nNOTE -->\n\nSTYLE\n::cue{{}}\n\nREGION\nid:a\nlines:{DIGITS}\n\n"
    f"a\n00:01.000 --> 00:02.000 line:{DIGITS}% align:x\n<v {STEERING}>{SOURCE}</v>\n",
    "stamps.vtt": f"WEBVTT\n\n00:01.000 --> 00:02.000\n{'<00:00:01.000>a ' * 10_000}\n",
    "classes.vtt": f"WEBVTT\n\n00:01.000 --> 00:02.000\n{_nested('<c.a>', SOURCE, '</c>', 20_000)}\n",
    "head.vtt": "WEBVTT",
    "references.html": f"<p>{SOURCE} &#27;[2J &#x9b;31m &#1114112; &#xD800; &#{DIGITS}; &#0; &#x202e; &nosuch;</p>",
    "names.html": f"<html lang='{STEERING}'><title>{STEERING}</title><p class='{STEERING}' id='{STEERING}'>{SOURCE}",
    "plain.html": f"<p>{SOURCE}</p><plaintext><p>{TARGET}</p>",
    "scripts.html": f"<p>{SOURCE}</p><script>{'<!--<script>' * 20_000}",
    "tables.html": f"<p>{SOURCE}</p>{'<table><tr><td>' * 10_000}{TARGET}",
    "items.html": f"<p>{SOURCE}</p>{'<li>a' * 20_000}",
    "adoption.html": f"<p>{SOURCE}</p>{'<a><b><i><p>' * 3_000}{'</a></b></i>' * 3_000}",
    "choices.html": f"<p>{SOURCE}</p>{'<select><option>' * 10_000}",
    "drawn.html": f"<p>{SOURCE}</p>{'<svg><foreignObject><math><mi>' * 5_000}{TARGET}",
    "value.html": f"<p title='{'x' * 800_000}'>{SOURCE}</p>",
    "comments.html": f"<article><p>{SOURCE}</p></article>{f'<div class=comment>{TARGET}</div>' * 300}",
    "user.html": f'<meta charset="x-user-defined"><p>{SOURCE}</p>',
    "seven.html": f'<meta charset="utf-7"><p>{SOURCE} +ADw-script+AD4-</p>',
    "codecs.html": "".join(
        f'<meta charset="{name}">' for name in ("idna", "undefined", "punycode", "oem", "a" * 5_000)
    ),
    "parts.mhtml": "".join(f"Content-Type: multipart/mixed; boundary=B{k}\n\n--B{k}\n" for k in range(500)),
    "boundary.mhtml": f'Content-Type: multipart/related; boundary="{"b" * 5_000}"\n\n--{"b" * 5_000}\n\n{SOURCE}\n',
    "none.mhtml": f"Content-Type: multipart/related\n\n--B\nContent-Type: text/html\n\n<p>{SOURCE}</p>\n--B--\n",
    "letters.mhtml": "".join(f"Content-Type: message/rfc822\nSubject: {STEERING}\n\n" for _ in range(500)),
    "coded.mhtml": "Content-Type: multipart/related; boundary=B\n\n--B\nContent-Type: text/html; charset=utf-8\n"
    f"Content-Transfer-Encoding: quoted-printable\nContent-Location: {STEERING}\n\n<p>=1B[2J=C2=9B=ZZ=\n"
    f"{SOURCE}\n--B--\n",
    "broken.mhtml": "Content-Type: multipart/related; boundary=B\n\n--B\nContent-Type: text/html\n"
    "Content-Transfer-Encoding: base64\n\nPHA+é%%%====\n--B--\n",
    "unix.mhtml": "Content-Type: multipart/related; boundary=B\n\n--B\nContent-Type: text/html\n"
    "Content-Transfer-Encoding: x-uuencode\n\nbegin 644 ../../x\nM%%%\n`\nend\n--B--\n",
    "folded.mhtml": f"Subject: a\n{' b' * 200}\n" * 900 + "\n",
    "emphasis.md": f"{SOURCE}\n\n{'*a_' * 30_000}\n",
    "strong.md": f"{SOURCE}\n\n{'**a ' * 20_000}{'a** ' * 20_000}\n",
    "notes.md": f"{SOURCE}\n\n" + "".join(f"[^{k}]: [^{k + 1}]\n" for k in range(5_000)),
    "links.md": f"{SOURCE}\n\n{'[a](' * 20_000}\n\n{'<http://' * 10_000}\n",
    "pages.md": f"{SOURCE}\n\n{'<div>' * 20_000}\n\n{'<!--' * 20_000}\n",
    "fences.md": f"{SOURCE}\n\n" + "".join("`" * k + "\n" for k in range(3, 600)),
    "lines.md": f"{SOURCE}\n" + "---\n===\n" * 10_000,
    "references.md": f"# a{STEERING}\n\n{SOURCE} &#27;[2J &#x9b; \\\x1b\n",
    "mixed.txt": "\v".join((SOURCE, TARGET, SOURCE)) + "\x85\u2028\u2029\f\x1c\x1d\x1e" + TARGET,
    "between.txt": "\ufeff".join(SOURCE) + "\0".join(TARGET),
    "turned.txt": f"\u202e{SOURCE}\u202c\n\n\u2067{TARGET}\u2069\n\n{_TURN * 50_000}\n",
    "joined.txt": f"{SOURCE}\n\n{_JOINED * 50_000}\n",
    "letters.txt": f"{SOURCE}\n\n{_ACCENT * 200_000}\n",
    "jamo.txt": f"{SOURCE}\n\n{_JAMO * 50_000}\n",
    "ideographs.txt": f"{SOURCE}\n\n{'漢' * 200_000}\n",
    "stops.txt": f"{SOURCE}\n\n{'。' * 100_000}\n\n{'?!' * 50_000}\n\n{'… ' * 50_000}\n",
    "openings.txt": f"{SOURCE}\n\n{'«' * 50_000}{'(' * 50_000}{TARGET}\n",
    "initials.txt": f"{SOURCE}\n\n{'J. R. ' * 20_000}\n",
    "rules.txt": f"{SOURCE}\n\n{'-' * 100_000}\n\n{'= ' * 50_000}\n",
    "short.txt": f"{SOURCE}\n\n" + "a\n\n" * 20_000,
    "numbers.txt": f"{SOURCE}\n\n{TARGET} {DIGITS} {'1.' * 2_000} {'1,000,' * 500} {'9' * 400}/{'9' * 400}\n",
    "powers.txt": f"{SOURCE}\n\n{TARGET} 1e999999 10^99999 {'²' * 500} {'½' * 500} {'⁄1' * 500} {'million ' * 500}\n",
    "words.txt": f"{SOURCE}\n\n{'twenty-' * 3_000} {'hundred ' * 3_000} {'tausend' * 300}\n",
    "dates.txt": f"{SOURCE}\n\n{'31/12/9999 ' * 1_000}{'99/99/99 ' * 1_000}{'May ' * 1_000}{'25:61:61 ' * 1_000}\n",
    "binary.rtf": f"{{\\rtf1 {SOURCE}\\par \\bin999999999 a}}",
    "numbers.rtf": f"{{\\rtf1\\ansicpg{DIGITS}\\uc{DIGITS}\\u-99999 \\u{DIGITS} \\'zz {SOURCE}\\par}}",
    "groups.rtf": f"{{\\rtf1 {'{' * 100_000}{SOURCE}\\par",
    "ends.rtf": f"{{\\rtf1 {SOURCE}\\par {'}' * 100_000}",
    "fonts.rtf": f"{{\\rtf1{{\\fonttbl{_FONT * 10_000}}}\\f9999999999 {SOURCE}\\par}}",
    "controls.rtf": f"{{\\rtf1 \\'1b[2J\\u27?\\u155?\\u8238? {SOURCE}\\par \\u55296?\\u56832?\\u-10179?a}}",
}
"""Documents by name."""

SEGMENTS: Mapping[str, str] = {
    "numbers.jsonl": _GOOD_PAIR + f'{{"id": {DIGITS}, "source": "One.", "target": "Unu."}}\n{{"source": 1e999999}}\n',
    "types.jsonl": _GOOD_PAIR
    + '{"source": {"a": 1}, "target": [2]}\nNaN\n"a"\nnull\n{"source": "a", "target": true}\n',
    "halves.jsonl": _GOOD_PAIR
    + '{"id": "\\ud800", "source": "a\\udfffb \\u001b[2J", "target": "\\u009b31m \\u202e"}\n',
    "keys.jsonl": _GOOD_PAIR + "".join(f'{{"source": "a", "k{k}": 1}}\n' for k in range(5_000)),
    "ids.jsonl": "".join(f'{{"id": "a", "source": "One {k}.", "target": "Unu {k}."}}\n' for k in range(2_000)),
    "same.jsonl": _GOOD_PAIR * 3_000,
    "short.jsonl": "".join(f'{{"source": "Pier {k}", "target": "Dig {k}"}}\n' for k in range(3_000)),
    "spaces.jsonl": '{"source": " ", "target": " "}\n' * 3_000,
    "separator.csv": f"sep={STEERING}\nsource,target\nOne.,Unu.\n",
    "no-separator.csv": "sep=\nsource,target\nOne.,Unu.\n",
    "heads.csv": "source,target\n",
    "same-heads.csv": "source,source,target,target\nOne.,a,Unu.,b\n",
    "long-heads.csv": f"source,target,{'h' * 200_000},{STEERING}\nOne.,Unu.,a,b\n",
    "field.csv": f"source,target\nOne.,Unu.\n{'x' * 200_000},y\n",
    "nul.csv": "source,target\nOne.\0,Unu.\0\n\0,\0\n",
    "rows.csv": "source,target\n" + "a,b\n" * 3_000,
    "commas.csv": "source,target\nOne.,Unu.\n" + "," * 500_000 + "\n",
    "quotes.tsv": 'source\ttarget\nOne "two\tUnu "doi\n"One\tUnu\n',
    "plural.po": 'msgid ""\nmsgstr "Plural-Forms: nplurals=999999999; plural=n/0;\\n"\n\nmsgid "a"\nmsgid_plural "b"\n'
    f'msgstr[99999999999] "c"\nmsgstr[{DIGITS}] "d"\nmsgstr[-1] "e"\nmsgstr[²] "f"\n\nmsgid "One."\nmsgstr "Unu."\n',
    "brackets.po": f'msgid ""\nmsgstr "Plural-Forms: plural={"(" * 20_000}n;\\n"\n\nmsgid "a"\nmsgstr "b"\n',
    "head.po": f'msgid ""\nmsgstr "Language: {STEERING}\\nContent-Type: text/plain; charset=undefined\\n"\n\n'
    f'msgctxt "{STEERING}"\nmsgid "One. \\x1b[2J \\033[2J"\nmsgstr "Unu. \\x1b[2J"\n',
    "codec.po": 'msgid ""\nmsgstr "Content-Type: a; charset=unicode_escape\\n"\n\nmsgid "One."\nmsgstr "Unu \\x41."\n',
    "flags.po": f'#, {"fuzzy, " * 20_000}\n#: {"a:1 " * 20_000}\nmsgid "One."\nmsgstr "Unu."\n',
    "half.po": 'msgid "a"\nmsgid "b"\nmsgstr\nmsgstr "c\n#~| msgid "d"\n#~ msgstr "e"\nmsgctxt\n' * 2_000,
    "types.json": '[{"source": 1, "target": null}, 5, [], {"source": {"a": "b"}, "target": "c"}]',
    "digits.json": f'[{{"source": "One.", "target": "Unu.", "id": {DIGITS}}}]',
    "types.xcstrings": '{"sourceLanguage": 5, "strings": {"a": 5, "b": {"localizations": []}, "c": {"localizations": '
    '{"ro": {"stringUnit": {"state": 5, "value": 7}, "variations": {"plural": [], "device": {"mac": 1}}}}}}}',
    "list.xcstrings": '{"sourceLanguage": "en", "strings": []}',
    "steering.xcstrings": f'{{"sourceLanguage": "en", "strings": {{"One.": {{"localizations": {{"{STEERING}": '
    f'{{"stringUnit": {{"state": "{STEERING}", "value": "Unu."}}}}}}}}}}}}'.replace("\x1b", "\\u001b").replace(
        "\x07", "\\u0007"
    ),
}
"""Segments by name."""

_ICU = _nested("{n, plural, other {", "a", "}}", 500)

STRINGS: Mapping[str, str] = {
    "icu.json": _json(f'"key0": "{_ICU}", "key1": "{{n, plural, {"=1 {a} " * 3_000}}}"'),
    "offset.json": _json(f'"key0": "{{n, plural, offset:{DIGITS} ={DIGITS} {{a}} other {{#}}}}", "key1": "{{{{"'),
    "branches.json": _json('"key0": "{n, select, ' + "".join(f"a{k} {{b}} " for k in range(5_000)) + 'other {c}}"'),
    "types.json": '{"key0": 5, "key1": [1, {"a": null}], "key2": true}',
    "metadata.arb": f'{{"@@locale": 5, "key0": "a", "@key0": 5, "@key1": {{"placeholders": [1]}}, '
    f'"key1": "{{x, date, {DIGITS}}}"}}',
    "aliases.yaml": "a: &a [x, x]\n"
    + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    "merges.yaml": "a: &a {x: y}\nkey0: {<<: *a, <<: *a}\nkey1: *nowhere\n",
    "objects.yaml": "key0: !!python/object/apply:os.system ['true']\nkey1: !!binary aaaa\n",
    "streams.yaml": "%YAML 9.9\n---\nkey0: a\n---\nkey1: b\n...\n--- c\n",
    "complex.yaml": "? [a, b]\n: c\n? {d: e}\n: f\nkey0: |9\n  a\nkey1: >-\n\tb\n",
    "digits.yaml": f"key0: {DIGITS}\nkey1: 0x{DIGITS}\nkey2: 1:{'59:' * 3_000}1\nkey3: 9999-99-99\n",
    "flow.yaml": f"key0: {'[' * 20_000}\n",
    "letters.properties": "key0 = a\\uZZZZ \\u12\nkey1 = \\ud800 \\u001b[2J\nkey2 = \\\n" + "\\\n" * 20_000,
    "comment.strings": '"key0" = "a";\n/* "key1" = "b";\n',
    "escapes.strings": '"key0" = "\\U001b[2J \\Uzzzz \\777";\n"key1" = "b"\n;;;"key1"\n',
    "wide.strings": '"key0" = "a";\n',
    "cycle.ftl": "key0 = { key1 }\nkey1 = { key0 }\n-t = { -t }\n",
    "nested.ftl": f"key0 = {'{ ' * 5_000}a\nkey1 = {{ $n ->\n" + "   [a] b\n" * 5_000 + "  *[c] d\n }\n",
    "attributes.ftl": "key0 = a\n" + "".join(f"    .a{k} = b\n" for k in range(5_000)) + "key1 = { NUMBER($n, a: ) }\n",
}
"""Texts of programs by name, beside the good original of the same format."""

GLOSSARIES: Mapping[str, str] = {
    "steering.csv": f"source,target,forbidden\ncrane,{STEERING},{STEERING}\n",
    "marks.csv": f"source,target\n{'(' * 3_000},{'[' * 3_000}\n.*,\\\n{'a' * 50_000},b\n ,\n",
    "heads.csv": "source,target,forbidden\n",
    "columns.csv": "a\nb\n",
    "languages.tsv": f"en\t{STEERING}\ncrane\tmacara\n",
    "same.csv": "source,target\n" + "crane,macara\n" * 20_000,
}
BASELINES: Mapping[str, str] = {
    "version.jsonl": '{"schema": "checker-baseline/2"}\n',
    "no-schema.jsonl": '{"fingerprint": "00b1f5d1c2a97e44"}\n',
    "steering.jsonl": '{"schema": "checker-baseline/1"}\n{"fingerprint": "00b1f5d1c2a97e44", '
    '"code": "\\u001b[2J\\u202e", '
    '"on": "\\u009b31m", "by": "\\u001b[2J", "reason": "\\u202e"}\n',
    "dates.jsonl": '{"schema": "checker-baseline/1"}\n{"fingerprint": "00b1f5d1c2a97e44", "on": "9999-99-99"}\n',
    "digits.jsonl": f'{{"schema": "checker-baseline/1"}}\n{{"fingerprint": "00b1f5d1c2a97e44", "code": {DIGITS}}}\n',
    "many.jsonl": '{"schema": "checker-baseline/1"}\n'
    + "".join(f'{{"fingerprint": "{k:016x}", "code": "ADD001", "on": "2025-01-31"}}\n' for k in range(8_000)),
}
SETTINGS: Mapping[str, str] = {
    "tables.toml": "[[tool.checker]]\nselect = []\n",
    "dotted.toml": "[tool.checker]\nselect.a.b = 1\n",
    "values.toml": "[tool.checker]\nmin-p-addition = nan\nmax-p = inf\nfail-on = 1979-05-27\nexit-zero = 'yes'\n",
    "key.toml": '[tool.checker]\n"\\u001b[2J\\u202e" = 1\n',
    "string.toml": 'tool = "a"\n',
    "same.toml": "[tool.checker]\nselect = []\nselect = []\n",
    "interpolated.cfg": "[checker]\nselect = %(ignore)s\nignore = %(select)s\nfail-on = %\n",
    "no-section.cfg": "select = ADD001\n",
    "same.cfg": "[checker]\nselect = ADD001\nselect = ADD001\n[checker]\n",
    "no-value.cfg": "[checker]\nselect\n",
    "steering.cfg": f"[checker]\n{STEERING} = {STEERING}\nfail-on = {STEERING}\n",
    "digits.cfg": f"[checker]\nmin-p-addition = {DIGITS}\n",
    "places.cfg": "[checker]\nbaseline = /\nglossary = /dev/null\n",
}
REPORTS: Mapping[str, str] = {
    "null.json": '{"schema": "checker/1", "signature": null, "documents": null}',
    "findings.json": '{"schema": "checker/1", "signature": {"settings": {}}, "documents": [{"path": "\\u001b[2J", '
    '"status": '
    '5, "findings": [1, {"fingerprint": 5}, {"fingerprint": "\\u001b[2J", "code": []}]}]}',
    "number.json": f"{DIGITS}",
    "twice.json": '{"schema": "checker/1"}{"schema": "checker/1"}',
}

KINDS: Mapping[str, Mapping[str, str]] = {
    "document": DOCUMENTS,
    "segments": SEGMENTS,
    "strings": STRINGS,
    "glossary": GLOSSARIES,
    "baseline": BASELINES,
    "settings": SETTINGS,
    "report": REPORTS,
}


def kinds() -> Iterator[tuple[str, str, bytes]]:
    """Role, name and bytes of each."""
    for role, texts in KINDS.items():
        for name, text in texts.items():
            yield role, name, text.encode("utf-8", "surrogatepass")
    yield from packages()
    for role, name, text in MARKED:
        yield role, name, text.encode("utf-8", "surrogatepass")
