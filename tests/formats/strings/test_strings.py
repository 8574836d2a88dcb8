"""Texts of programs by key: what is read of each format, and pairs from two files of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.errors import CheckerError, EmptyError, InputError
from checker.formats.bitext import bitext_from_bytes, read_bitext, read_paired
from checker.formats.strings import android, apple, fluent, json_tree, properties, resx, yaml_tree
from checker.formats.strings.texts import Strings, language_in
from checker.model import Bitext
from checker.pipeline.files import beside


def said(strings: Strings) -> list[tuple[str, str, str, int]]:
    return [(text.key, text.plural, text.text, text.line) for text in strings.texts]


def pairs(bitext: Bitext) -> list[tuple[str, str, str]]:
    return [(pair.id, pair.source, pair.target) for pair in bitext.pairs]


ANDROID = """<?xml version="1.0" encoding="utf-8"?>
<resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2">
    <!-- a comment -->
    <string name="brand" translatable="false">Ferry</string>
    <string name="hello">Don\\'t   forget your <b>ticket</b>,
        <xliff:g id="n" example="Bob">%1$s</xliff:g>!\\n\\u00e4\\@</string>
    <string name="kept">"two  blanks"</string>
    <plurals name="boats">
        <item quantity="one">%d boat</item>
        <item quantity="other">%d boats</item>
    </plurals>
    <string-array name="days"><item>Monday</item><item>Tuesday</item></string-array>
</resources>"""


def test_android_resources() -> None:
    found = android.read(ANDROID)
    assert said(found) == [
        ("brand", "", "Ferry", 4),
        ("hello", "", "Don't forget your ticket, %1$s!\nä@", 5),
        ("kept", "", "two  blanks", 7),
        ("boats", "one", "%d boat", 9),
        ("boats", "other", "%d boats", 10),
        ("days[0]", "", "Monday", 12),
        ("days[1]", "", "Tuesday", 12),
    ]
    assert [text.key for text in found.texts if not text.is_translatable] == ["brand"]


def test_resx_has_texts_and_other_things() -> None:
    found = resx.read(
        '<root><data name="A"><value>One &amp; two</value><comment>seen</comment></data>\n'
        '<data name="B" type="System.Resources.ResXFileRef, System.Windows.Forms"><value>a.png</value></data>'
        '<data name="&gt;&gt;b.Name"><value>b</value></data><data name="C"><value>x</value>\n'
        "<comment>{Locked}</comment></data></root>"
    )
    assert said(found) == [("A", "", "One & two", 1), ("C", "", "x", 2)]
    assert [text.is_translatable for text in found.texts] == [True, False]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("a=b", [("a", "b")]),
        ("  a : b  c ", [("a", "b  c ")]),
        ("a b", [("a", "b")]),
        ("# no\n! no\n\na=b", [("a", "b")]),
        ("a = one \\\n    two", [("a", "one two")]),
        ("a=C:\\\\temp\\\\\nb=c", [("a", "C:\\temp\\"), ("b", "c")]),
        ("a\\ key\\==\\u00e4\\t\\n", [("a key=", "ä\t\n")]),
        ("a=it''s {0}\nb=it''s", [("a", "it's {0}"), ("b", "it''s")]),
        ("a=\\ud83d\\ude00", [("a", "\N{GRINNING FACE}")]),
        ("a=", [("a", "")]),
        ("a=one\u2028two\x85\x0cthree\nb=c", [("a", "one\u2028two\x85\x0cthree"), ("b", "c")]),
        ("a=one \\\r\r\n    two\r\r\nb=c\rd=e\r\n", [("a", "one two"), ("b", "c"), ("d", "e")]),
    ],
)
def test_properties(written: str, found: list[tuple[str, str]]) -> None:
    assert [(text.key, text.text) for text in properties.read(written).texts] == found


def test_apple_strings() -> None:
    found = apple.read(
        '/* The greeting = "x"; */\n"hello" = "Say \\"hi\\"\\n\\U00e4";\n'
        '// more\nkey.two="Two\nlines" ;\nbroken\n"last"="%@";'
    )
    assert said(found) == [
        ("hello", "", 'Say "hi"\nä', 2),
        ("key.two", "", "Two\nlines", 4),
        ("last", "", "%@", 7),
    ]
    assert [record.line for record in found.unread] == [6]


def test_a_comment_that_does_not_end_is_said() -> None:
    found = apple.read('"a" = "b";\n/* and so on\n"c" = "d";\n')
    assert said(found) == [("a", "", "b", 1)]
    assert [(record.line, record.reason) for record in found.unread] == [(2, "a comment that does not end")]


@pytest.mark.parametrize(
    ("read", "written"),
    [
        (properties.read, "a={}"),
        (apple.read, '"a" = "{}";'),
        (android.read, '<resources><string name="a">{}</string></resources>'),
        (json_tree.read, '{{"a": "{}"}}'),
    ],
    ids=["properties", "apple", "android", "json"],
)
def test_halves_of_a_character_are_one(read: Callable[[str], Strings], written: str) -> None:
    u = "\\U" if read is apple.read else "\\u"
    (text,) = read(written.format(f"{u}d83d{u}de00 {u}d83d.")).texts
    assert text.text == "\N{GRINNING FACE} \ud83d."


def test_apple_plurals() -> None:
    found = apple.read_dict(
        '<plist version="1.0"><dict><key>boats</key><dict><key>NSStringLocalizedFormatKey</key>'
        "<string>%#@n@ in the harbour</string>\n<key>n</key><dict><key>NSStringFormatSpecTypeKey</key>"
        "<string>NSStringPluralRuleType</string><key>one</key><string>%d boat</string><key>other</key>"
        "<string>%d boats</string></dict></dict><key>bare</key><dict><key>NSStringLocalizedFormatKey</key>"
        "<string>%1$#@n@ %2$#@m@</string></dict></dict></plist>"
    )
    assert [(text.key, text.plural, text.text) for text in found.texts] == [
        ("boats", "", "%#@n@ in the harbour"),
        ("boats/n", "one", "%d boat"),
        ("boats/n", "other", "%d boats"),
    ]


JSON = """{
  "menu": {"open": "Open", "items_one": "{{count}} item", "items_other": "{{count}} items"},
  "list": ["first", "second"], "number": 3, "nothing": null,
  "days": {"one": "a day", "other": "{n} days"},
  "help": {"message": "Ask \\u00e4 \\ud83d\\ude00", "description": "no text"}
}"""


def test_json_of_libraries() -> None:
    assert said(json_tree.read(JSON)) == [
        ("menu.open", "", "Open", 2),
        ("menu.items", "one", "{{count}} item", 2),
        ("menu.items", "other", "{{count}} items", 2),
        ("list.0", "", "first", 3),
        ("list.1", "", "second", 3),
        ("days", "one", "a day", 4),
        ("days", "other", "{n} days", 4),
        ("help", "", "Ask ä \N{GRINNING FACE}", 5),
    ]
    assert json_tree.read('{"de": {"a": "b"}}').language == "de"


def test_resource_bundles_of_flutter() -> None:
    found = json_tree.read_arb('{"@@locale": "de", "a": "b {n}", "@a": {"description": "c"}}')
    assert (said(found), found.language) == ([("a", "", "b {n}", 1)], "de")


@pytest.mark.parametrize(
    "broken", ['{"a": }', '{"a" "b"}', '{"a": "b",}', "{", '{"a": "b"} x', '"a"', "", "[" * 200, '{"a":' * 100_000]
)
def test_json_that_is_none_is_refused(broken: str) -> None:
    with pytest.raises(InputError):
        json_tree.read(broken)


def test_yaml() -> None:
    found = yaml_tree.read('de:\n  a: "b %{n}"\n  list:\n  - c\n  days:\n    one: d\n    other: e\n  yes: 3\n')
    assert found.language == "de"
    assert said(found) == [
        ("a", "", "b %{n}", 2),
        ("list.0", "", "c", 4),
        ("days", "one", "d", 6),
        ("days", "other", "e", 7),
    ]


def test_yaml_makes_no_objects_and_no_bombs() -> None:
    assert said(yaml_tree.read("a: !!python/object/apply:os.system [echo]\nb: c")) == [
        ("a.0", "", "echo", 1),
        ("b", "", "c", 2),
    ]
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{k}: &{k} [{','.join([f'*{j}'] * 9)}]\n" for j, k in zip("abcdefg", "bcdefgh", strict=True)
    )
    with pytest.raises(InputError, match="more texts"):
        yaml_tree.read(bomb)
    broken_ones = (
        "a: [b",
        "\tx: 1",
        "just a text",
        "a: b\n  c: d",
        "a: *b",
        "a: &a [*a]",
        "a: \ud800",
        "a: " + "[" * 999,
    )
    for broken in broken_ones:
        with pytest.raises(InputError):
            yaml_tree.read(broken)


def test_yaml_as_people_write_it() -> None:
    found = yaml_tree.read(
        "# x\n---\nde:\n  a: &a Hallo\n  b: *a\n  c: >\n    eins\n    zwei\n  d: '7'\n  e: 7\n  f: !!str 7\n  g: ~\n"
        "  ? [x]\n  : y\n  1: one\n---\nmore: x\n"
    )
    assert said(found) == [
        ("a", "", "Hallo", 4),
        ("b", "", "Hallo", 4),
        ("c", "", "eins zwei\n", 6),
        ("d", "", "7", 9),
        ("f", "", "7", 11),
        ("1", "", "one", 15),
    ]


def test_fluent() -> None:
    found = fluent.read(
        "### Page\n-brand = Ferry\n\nhi = Hello, { $name }!\n    .title = The greeting\n"
        "long =\n    One line\n    and { -brand }\n"
        'boats = { $n ->\n    [one] One boat\n   *[other] { NUMBER($n) } boats\n}\nbroken\nquote = { "{" }x\n'
    )
    assert said(found) == [
        ("-brand", "", "Ferry", 2),
        ("hi", "", "Hello, {name}!", 4),
        ("hi.title", "", "The greeting", 5),
        ("long", "", "One line\nand {-brand}", 6),
        ("boats", "", "{n} boats", 9),
        ("quote", "", "{x", 14),
    ]
    assert [record.line for record in found.unread] == [13]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("{ $x ->\n   *[a] { $y ->\n        [one] p\n       *[other] q\n    }\n    [b] r\n} tail", "q tail"),
        ("{ $x ->\n    [a] { $y ->\n       *[one] p\n    }\n   *[b] r\n} tail", "r tail"),
        ("{ $x ->\n   *[a]\n      One line\n      and { $y }\n    [b] r\n}", "One line\nand {y}"),
        ('{ $x ->\n   *[a] { "}" } and { "*[b]" }\n}', "} and *[b]"),
        ('a{ "\\u00a0" }b { "\\"" } { "\\\\" } { "\\U01F600" }', 'a\u00a0b " \\ \U0001f600'),
        ('{ NUMBER($n, digits: 2) } of { -ferry(case: "of") } { a.title }', "{n} of {-ferry} {a.title}"),
    ],
)
def test_choices_and_literals_of_fluent(pattern: str, text: str) -> None:
    assert said(fluent.read(f"m = {pattern}\n")) == [("m", "", text, 1)]


def test_fluent_with_line_ends_of_any_kind() -> None:
    text = "a = One\u2028line\n\n    and more\nb = { $n ->\n   *[other] many\n}\nc = d\n"
    assert [said(fluent.read(text.replace("\n", end))) for end in ("\r\n", "\r\r\n")] == [said(fluent.read(text))] * 2
    assert said(fluent.read(text))[0] == ("a", "", "One\u2028line\n\nand more", 1)


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("locales/de.json", "de"),
        ("app.pt-BR.json", "pt-BR"),
        ("messages_fr.properties", "fr"),
        ("res/values-pt-rBR/strings.xml", "pt-BR"),
        ("res/values/strings.xml", ""),
        ("de.lproj/Localizable.strings", "de"),
        ("Strings.de.resx", "de"),
        ("src/app.json", ""),
        ("it/shop.json", "it"),
        ("no.json", "no"),
        ("shop.is.json", ""),
    ],
)
def test_the_language_that_a_name_says(path: str, language: str) -> None:
    assert language_in(path) == language


@pytest.fixture
def two(tmp_path: Path) -> tuple[str, str]:
    source, target = tmp_path / "en.json", tmp_path / "de.json"
    source.write_text('{"a": "The gate is open.", "b": "New", "n_one": "a boat", "n_other": "{{n}} boats"}', "utf-8")
    target.write_text(
        '{"a": "Das Tor ist offen.", "x": "Alt", "n_one": "ein Boot",\n'
        ' "n_few": "{{n}} Boote", "n_other": "{{n}} Boote"}',
        "utf-8",
    )
    return str(source), str(target)


def test_two_files_pair_by_key_and_what_lacks_a_counterpart_is_counted(two: tuple[str, str]) -> None:
    found = read_paired(*two)
    assert pairs(found) == [
        ("a", "The gate is open.", "Das Tor ist offen."),
        ("n[one]", "a boat", "ein Boot"),
        ("n[few]", " boats", " Boote"),
        ("n[other]", " boats", " Boote"),
    ]
    assert found.path == two[1] and found.pairs[2].line == 2
    assert {(pair.source_language, pair.target_language) for pair in found.pairs} == {("en", "de")}
    assert found.pairs[3].codes is not None and found.pairs[3].codes.target == ("{{n}}",)
    assert found.notes == (
        f"checked against {two[0]}",
        "1 segment is not translated yet",
        "texts without a source, not checked: 1",
    )


def test_files_that_share_no_key_are_told_to_be_named_in_order(two: tuple[str, str], tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text('{"z": "y"}', "utf-8")
    with pytest.raises(EmptyError, match="none of its 1 keys") as raised:
        read_paired(two[0], str(other))
    assert "source language first" in raised.value.hint


def test_the_first_file_of_one_language_is_the_source_of_those_after_it(two: tuple[str, str], tmp_path: Path) -> None:
    table, resources = tmp_path / "list.json", tmp_path / "strings.xml"
    table.write_text('[{"source": "a", "target": "b"}]', "utf-8")
    resources.write_text(ANDROID, "utf-8")
    names = [two[0], str(table), two[1], str(resources), "job.xlf"]
    assert beside(names, None) == [(str(table), None), (two[1], two[0]), (str(resources), None), ("job.xlf", None)]


SETS = [
    ("l/en.json l/de.json l/fr.json", "auto", "l/de.json<l/en.json l/fr.json<l/en.json"),
    ("l/de.json l/en.json l/fr.json", "en", "l/de.json<l/en.json l/fr.json<l/en.json"),
    ("l/de-AT.json l/en-US.json", "en", "l/de-AT.json<l/en-US.json"),
    ("english.json german.json", "auto", "german.json<english.json"),
    (
        "l/de/a.json l/de/b.json l/en/a.json l/en/b.json",
        "en",
        "l/de/a.json<l/en/a.json l/de/b.json<l/en/b.json",
    ),
    ("l/en/a.json l/en/b.json l/de/a.json l/de/b.json", "auto", "l/de/a.json<l/en/a.json l/de/b.json<l/en/b.json"),
    ("m_de.properties m.properties", "en", "m_de.properties<m.properties"),
    ("values/s.xml values-pt-rBR/s.xml", "auto", "values-pt-rBR/s.xml<values/s.xml"),
]


@pytest.mark.parametrize(("names", "source_language", "found"), SETS)
def test_files_of_many_languages_find_those_of_the_source_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: str, source_language: str, found: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in names.split():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(ANDROID if name.endswith(".xml") else '{"a": "b"}', "utf-8")
    pairs = [f"{path}<{source}" for path, source in beside(names.split(), None, source_language)]
    assert " ".join(pairs) == found


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("de.json", b'{"a": "b"}'),
        ("strings.xml", ANDROID.encode()),
        ("de.yml", b"a: b"),
        ("x.properties", b"a=b"),
        ("x.ftl", b"a = b"),
        ("x.resx", b"<root/>"),
    ],
)
def test_one_file_of_one_language_is_told_what_to_do(name: str, data: bytes) -> None:
    with pytest.raises(CheckerError, match="the texts of one language") as raised:
        bitext_from_bytes(name, data)
    assert "before it: `checker bitext" in raised.value.hint


def test_an_array_of_objects_is_a_table_of_pairs(tmp_path: Path) -> None:
    path = tmp_path / "pairs.json"
    path.write_text('{"rows": [{"id": 7, "en": "The gate.", "de": "Das Tor."}, {"en": "x", "de": 3}]}', "utf-8")
    found = read_bitext(str(path))
    assert pairs(found) == [("7", "The gate.", "Das Tor.")]
    assert len(found.unread) == 1
