"""Hostile XML of kinds that damage to a good file does not come upon."""

from __future__ import annotations

from collections.abc import Iterator

_ESCAPED = "&#x9b;31m&#x202e;abc&#x2066;"
_DIGITS = "9" * 5_000
_XLIFF = "urn:oasis:names:tc:xliff:document:2.0"


def _xlf(units: str, more: str = "", head: str = "") -> str:
    return (
        f'{head}<xliff version="1.2"><file source-language="en" target-language="ro" {more}><body>'
        f'<trans-unit id="1"><source>One.</source><target>Unu.</target></trans-unit>{units}</body></file></xliff>'
    )


def _unit(source: str, target: str = "Unu.", name: str = "2") -> str:
    return f'<trans-unit id="{name}"><source>{source}</source><target>{target}</target></trans-unit>'


def _xliff(inside: str, more: str = "") -> str:
    return (
        f'<xliff version="2.0" xmlns="{_XLIFF}" srcLang="en" trgLang="ro"><file id="a"><unit id="1">{more}<segment>'
        f"<source>One. {inside}</source><target>Unu.</target></segment></unit></file></xliff>"
    )


def _tmx(units: str, language: str = "en") -> str:
    return (
        f'<tmx version="1.4"><header srclang="{language}"/><body><tu><tuv xml:lang="en"><seg>One.</seg></tuv>'
        f'<tuv xml:lang="ro"><seg>Unu.</seg></tuv></tu>{units}</body></tmx>'
    )


def _deep(tag: str, depth: int) -> str:
    return f"<{tag}>" * depth + "a" + f"</{tag.split()[0]}>" * depth


_ENCODINGS = (
    "utf-7",
    "utf-16",
    "utf-32",
    "idna",
    "unicode_escape",
    "raw_unicode_escape",
    "punycode",
    "undefined",
    "mbcs",
)


def _segments() -> Iterator[tuple[str, str]]:
    for name in (*_ENCODINGS, "base64", "IBM037", "x" * 5_000):
        yield f"declared-{name[:20]}.xlf", _xlf("", head=f'<?xml version="1.0" encoding="{name}"?>')
    yield "outside.xlf", _xlf(_unit("&a;"), head='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')
    yield "parameter.xlf", _xlf("", head='<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1/a"> %a;]>')
    yield "quadratic.xlf", _xlf(_unit("&a;" * 5_000), head=f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>')
    yield "included.xlf", _xlf('<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>')
    yield "attributes.xlf", _xlf("", "".join(f'a{k}="" ' for k in range(20_000)))
    yield "spaces.xlf", _xlf("", "".join(f'xmlns:a{k}="b{k}" ' for k in range(20_000)))
    yield "value.xlf", _xlf("", f'original="{"x" * 900_000}"')
    yield "names.xlf", _xlf(_unit("Two.", "Doi.", _ESCAPED), f'original="{_ESCAPED}"')
    yield "languages.xlf", _xlf(_unit("Two.")).replace('"ro"', f'"{_ESCAPED}"')
    yield "long-language.xlf", _xlf(_unit("Two.")).replace('"ro"', f'"{"ro-" * 3_000}"')
    yield "groups.xlf", _xlf("<group>" * 150 + _unit("Two.") + "</group>" * 150)
    yield "inline.xlf", _xlf(_unit("".join(f'<x id="{k}" equiv-text="{_ESCAPED}"/>' for k in range(5_000))))
    yield "marks.xlf", _xlf(_unit(_deep('g id="1"', 150)))
    yield "same-ids.xlf", _xlf(_unit("Two.", "Doi.", "1") * 1_000)
    yield "version.xlf", _xlf("").replace('"1.2"', f'"{_DIGITS}"')
    yield "other-case.xlf", _xlf("").upper()
    yield (
        "points.xliff",
        _xliff("".join(f'<cp hex="{one}"/>' for one in ("001B", "D800", "110000", "", "-1", "²", _DIGITS))),
    )
    yield (
        "data.xliff",
        _xliff('<ph id="a" dataRef="nowhere"/><pc id="b" dataRefStart="x">c</pc><ec startRef="z"/><sc/>'),
    )
    yield (
        "shown.xliff",
        _xliff(f'<ph id="a" disp="{_ESCAPED}" equiv="{_ESCAPED}"/>', f"<notes><note>{_ESCAPED}</note></notes>"),
    )
    yield "pieces.xliff", _xliff(_deep('pc id="1"', 150))
    yield (
        "languages.tmx",
        _tmx("<tu>" + "".join(f'<tuv xml:lang="a{k}"><seg>a</seg></tuv>' for k in range(3_000)) + "</tu>"),
    )
    yield "all.tmx", _tmx("", "*all*")
    yield "no-language.tmx", _tmx("<tu><tuv><seg>a</seg></tuv><tuv><seg>b</seg></tuv></tu>", _ESCAPED)
    yield "inline.tmx", _tmx(f'<tu><tuv xml:lang="en"><seg>{_deep("sub", 150)}</seg></tuv></tu>')
    yield "three.tmx", _tmx('<tu><tuv xml:lang="en"><seg>a</seg><seg>b</seg></tuv><tuv xml:lang="ro"/></tu>' * 500)
    yield (
        "forms.ts",
        _ts(
            f'<message numerus="yes"><source>a %n</source><translation>{"<numerusform>b</numerusform>" * 9_000}'
            "</translation></message>"
        ),
    )
    yield (
        "bytes.ts",
        _ts(
            '<message><source>a<byte value="x1b"/><byte value="²"/><byte value="99999999"/></source>'
            "<translation>b</translation></message>"
        ),
    )
    yield (
        "types.ts",
        _ts(
            f'<message id="{_ESCAPED}"><location filename="{_ESCAPED}" line="{_DIGITS}"/><source>a</source>'
            f'<translation type="{_ESCAPED}">b</translation></message>'
        ),
    )


def _ts(message: str) -> str:
    return (
        '<TS version="2.1" language="ro" sourcelanguage="en"><context><name>a</name><message><source>One.</source>'
        f"<translation>Unu.</translation></message>{message}</context></TS>"
    )


def _strings() -> Iterator[tuple[str, str]]:
    many = "<item quantity='many'>a</item>" * 9_000
    yield (
        "plurals.xml",
        (
            f'<resources><string name="key0">\\u001b[2J \\u0000 \\uZZZZ \\</string><plurals name="key1">'
            f'{many}</plurals><string-array name="{_ESCAPED}">{"<item>b</item>" * 9_000}'
            "</string-array></resources>"
        ),
    )
    yield "marks.xml", f'<resources><string name="key0">{_deep("b", 150)}</string><string>no name</string></resources>'
    yield (
        "binary.resx",
        (
            '<root><data name="key0" type="System.Byte[]" mimetype="application/x-microsoft.net.object.binary.base64">'
            f'<value>AAEAAAD/////</value></data><data name="key1" type="{_ESCAPED}"><value>a</value><value>b</value>'
            "</data></root>"
        ),
    )
    yield (
        "types.stringsdict",
        (
            f"<plist><dict><key>key0</key><string>a</string><key>key1</key><array>{_deep('array', 150)}</array>"
            f"<key>{_ESCAPED}</key><integer>{_DIGITS}</integer><key>lonely</key></dict></plist>"
        ),
    )


def _glossaries() -> Iterator[tuple[str, str]]:
    term = f'<langSec xml:lang="{_ESCAPED}"><termSec><term>{_ESCAPED}</term></termSec></langSec>'
    good = '<langSec xml:lang="en"><termSec><term>crane</term></termSec></langSec>'
    good += '<langSec xml:lang="ro"><termSec><term>macara</term></termSec></langSec>'
    yield "names.tbx", f"<tbx><text><body><conceptEntry>{good}{term}</conceptEntry></body></text></tbx>"
    many = "<termSec><term>a</term></termSec>" * 10_000
    yield (
        "terms.tbx",
        f"<tbx><text><body><conceptEntry>{good}<langSec xml:lang='de'>{many}</langSec></conceptEntry></body>"
        "</text></tbx>",
    )
    yield (
        "deep.tbx",
        f"<tbx><text><body><conceptEntry>{_deep('descripGrp', 150)}{good}</conceptEntry></body></text></tbx>",
    )
    yield "none.tbx", "<tbx><text><body/></text></tbx>"
    yield (
        "martif.tbx",
        f"<martif type='TBX'><text><body><termEntry id='{_ESCAPED}'><langSet/></termEntry></body></text></martif>",
    )


MARKED = (
    *(("segments", name, text) for name, text in _segments()),
    *(("strings", name, text) for name, text in _strings()),
    *(("glossary", name, text) for name, text in _glossaries()),
)
"""Role, name and text of each."""
