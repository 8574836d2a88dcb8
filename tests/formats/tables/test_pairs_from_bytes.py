"""Aligned pairs from bytes: what is read, what is refused, and that nothing is lost in silence."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.errors import ColumnsError, EmptyError, EncodingError, InputError, TooLargeError
from checker.formats.bitext import MAX_SEGMENT, Columns, bitext_from_bytes, read_bitext
from checker.formats.decoding import MAX_BYTES
from checker.model import Bitext

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
CONTROLS = frozenset(map(chr, (*range(32), 127))) - set("\t\n\r\f\x1b")


def is_text(pairs: list[tuple[str, str]]) -> bool:
    """Whether pairs say something, and are not mostly controls, which would make a file look like binary data."""
    letters = "".join(text for pair in pairs for text in pair)
    return bool(letters.strip()) and sum(letter in CONTROLS for letter in letters) <= 2


PAIRS = st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=8).filter(is_text)


def read(text: str | bytes, path: str = "pairs.jsonl", columns: Columns | None = None) -> Bitext:
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    return bitext_from_bytes(path, data, columns or Columns())


def texts(bitext: Bitext) -> list[tuple[str, str, str]]:
    return [(pair.id, pair.source, pair.target) for pair in bitext.pairs]


@settings(deadline=None)
@given(PAIRS, st.booleans())
def test_json_lines_are_read_back(pairs: list[tuple[str, str]], escaped: bool) -> None:
    rows = [json.dumps({"source": source, "target": target}, ensure_ascii=escaped) for source, target in pairs]
    found = read("\n".join(rows))
    assert [(pair.source, pair.target) for pair in found.pairs] == pairs
    assert [pair.line for pair in found.pairs] == list(range(1, len(pairs) + 1))
    assert not found.unread


@settings(deadline=None)
@given(PAIRS)
def test_tables_are_read_back(pairs: list[tuple[str, str]]) -> None:
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerow(("source", "id", "target"))
    writer.writerows((source, f"#{k}", target) for k, (source, target) in enumerate(pairs))
    found = read(b"\xef\xbb\xbf" + file.getvalue().encode(), "pairs.csv")
    assert texts(found) == [(f"#{k}", source, target) for k, (source, target) in enumerate(pairs)]


@pytest.mark.parametrize(
    ("row", "pair"),
    [
        ('{"source": "a", "target": "b"}', ("1", "a", "b")),
        ('{"Original": "a", "Rendering": "b", "Segment_ID": "x"}', ("x", "a", "b")),
        ('{"src": "a", "mt": "b", "key": 7}', ("7", "a", "b")),
        ('{"en": "a", "ro": "b", "id": 7.0}', ("7", "a", "b")),
        ('{"translation": {"en": "a", "ro": "b"}, "id": "x"}', ("x", "a", "b")),
        ('{"source": "a", "target": ""}', ("1", "a", "")),
        ('{"source": "", "target": "b"}', ("1", "", "b")),
        ('{"source": "a", "target": null}', ("1", "a", "")),
        ('{"source": NaN, "target": "b"}', ("1", "", "b")),
        ('{"source": "a", "target": "b", "id": null}', ("1", "a", "b")),
        ('{"source": "a", "target": "b", "id": " "}', ("1", "a", "b")),
        ('{"source": "a", "target": "b", "meta": {"source": 3}}', ("1", "a", "b")),
        ('{"source": "a\\u0000", "target": "\\ud800"}', ("1", "a\0", "\ud800")),
        ('  {"source": "a", "target": "b"}  \r', ("1", "a", "b")),
    ],
)
def test_a_line_of_json(row: str, pair: tuple[str, str, str]) -> None:
    assert texts(read(row)) == [pair]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("nonsense", "not JSON"),
        ('{"source": "a", "target": "b"} {}', "not JSON"),
        ('{"source": "a", "target": "b', "not JSON"),
        ('["a", "b"]', "not an object but a list"),
        ('"a"', "not an object but a text"),
        ("null", "not an object but null"),
        ('{"source": "a"}', "no column is known to be the target"),
        ('{"source": "a", "mt": "b", "hyp": "c"}', "2 columns could be the target"),
        ('{"source": 3, "target": "b"}', "its source ('source') is a number"),
        ('{"source": "a", "target": ["b"]}', "its target ('target') is a list"),
        ('{"source": "a", "target": true}', "its target ('target') is true or false"),
        ('{"source": "a", "source": "x", "target": "b"}', "'source' stands in it twice"),
        ("[" * 200_000, "nested too deeply"),
        ('{"source":' * 200_000, "nested too deeply"),
        ('{"source": ' + "9" * 5000 + "}", "too many digits"),
        (json.dumps({"source": "a" * (MAX_SEGMENT + 1), "target": "b"}), "over the 50000 characters"),
    ],
)
def test_a_bad_line_is_kept_with_its_reason_and_the_others_are_read(row: str, reason: str) -> None:
    good = '{"source": "a", "target": "b"}'
    found = read(f"{good}\n\n{row}\n{good}\n")
    assert [pair.line for pair in found.pairs] == [1, 4]
    assert [pair.id for pair in found.pairs] == ["1", "3"]  # a record's number, whatever came of the others
    assert [record.line for record in found.unread] == [3]
    assert reason in found.unread[0].reason
    assert len(found.unread[0].reason) < 300


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ('{"source": "a", "target": "b", "source_language": "eng", "target_language": "pt-BR"}', ("en", "pt")),
        ('{"source": "a", "target": "b", "src_lang": "ger", "tgt_lang": "zho-TW"}', ("de", "zh-Hant")),
        ('{"source": "a", "target": "b", "lp": "en-de"}', ("en", "de")),
        ('{"source": "a", "target": "b", "lang": "ro"}', (None, "ro")),
        ('{"source": "a", "target": "b", "target_lang": "haw"}', (None, "haw")),
        ('{"source": "a", "target": "b", "target_lang": ""}', (None, None)),
        ('{"en": "a", "fr": "b"}', ("en", "fr")),
    ],
)
def test_declared_languages(text: str, languages: tuple[str | None, str | None]) -> None:
    (pair,) = read(text).pairs
    assert (pair.source_language, pair.target_language) == languages


def test_a_language_that_is_none_is_noted() -> None:
    found = read('{"source": "a", "target": "b", "target_lang": "??"}')
    assert found.pairs[0].target_language is None
    assert "'??'" in found.notes[0]


@pytest.mark.parametrize(
    ("path", "text", "pairs", "note"),
    [
        ("a.csv", "source,target\na,b\n", [("1", "a", "b")], ""),
        ("a.csv", "id;source;target\nx;a, b;c\n", [("x", "a, b", "c")], ""),
        ("a.csv", "Hello,Salut\nYes,Da\n", [("1", "Hello", "Salut"), ("2", "Yes", "Da")], "no header: column 1"),
        ("a.csv", "s-1,Hello,Salut\ns-2,Yes,Da\n", [("s-1", "Hello", "Salut"), ("s-2", "Yes", "Da")], "read as id"),
        ("a.csv", "source,target\na,b\n,\n \n", [("1", "a", "b")], "2 blank rows left out"),
        ("a.csv", "source,target\n,b\na,\n", [("1", "", "b"), ("2", "a", "")], ""),
        ("a.csv", "source,target\na,b,\n", [("1", "a", "b")], ""),
        ("a.csv", '=1+1,"=HYPERLINK(""x"")"\n@A1,-2\n', [("1", "=1+1", '=HYPERLINK("x")'), ("2", "@A1", "-2")], ""),
        ("a.tsv", "source\ttarget\na\tb\n", [("1", "a", "b")], ""),
        ("A.TAB", 'source\ttarget\n"a" b\tc\n', [("1", '"a" b', "c")], ""),
        ("a.csv", "source,target\nna\0me,b\0\n" + "x" * 200, [("1", "na\0me", "b\0")], ""),
        ("a.csv", "id,source,target\n7,a,b\n7,c,d\n", [("7", "a", "b"), ("7", "c", "d")], "more than one pair: 7"),
    ],
)
def test_tables(path: str, text: str, pairs: list[tuple[str, str, str]], note: str) -> None:
    found = read(text, path)
    assert texts(found) == pairs
    assert note in " ".join(found.notes)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "utf-32"])
def test_encodings(encoding: str) -> None:
    text = "source;target\nThe tower is tall.;Turnul este înalt.\n"
    assert texts(read(text.encode(encoding), "a.csv")) == [("1", "The tower is tall.", "Turnul este înalt.")]


def test_a_record_is_where_it_begins() -> None:
    found = read('source,target\r\n"a\r\nb","c\nd"\r\n\r\ne,f\r\n', "a.csv")
    assert [(pair.line, pair.source) for pair in found.pairs] == [(2, "a\r\nb"), (6, "e")]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("only", "it ends before column 2"),
        ("a,b,c", "it has 3 columns where the first row has 2"),
        ('"a" b,c', "after a closing quotation mark"),
        ('"a,b', "after a closing quotation mark"),
        (f"{'a' * (MAX_SEGMENT + 1)},b", "over the 50000 characters"),
    ],
)
def test_a_bad_row_is_kept_with_its_reason_and_the_others_are_read(row: str, reason: str) -> None:
    found = read(f'source,target\n{row}\n"c",d\n', "a.csv")
    assert texts(found) == [("2", "c", "d")]
    assert [(record.line, reason in record.reason) for record in found.unread] == [(2, True)]


@pytest.mark.parametrize(
    ("columns", "pairs"),
    [
        (Columns("A", "C"), [("1", "a", "c"), ("2", "d", "f")]),
        (Columns("C", "B", "A"), [("a", "c", "b"), ("d", "f", "e")]),
    ],
)
def test_named_columns(columns: Columns, pairs: list[tuple[str, str, str]]) -> None:
    assert texts(read("A,B,C\na,b,c\nd,e,f\n", "a.csv", columns)) == pairs


def test_numbered_columns_need_no_header_and_say_when_they_saw_one() -> None:
    assert texts(read("a,b,c\n", "a.csv", Columns("3", "1"))) == [("1", "c", "a")]
    found = read("id,en,ro\nx,a,b\n", "a.csv", Columns("2", "3", "1"))
    assert texts(found) == [("x", "a", "b")]
    assert "line 1 read as the header" in found.notes[0]


@pytest.mark.parametrize(
    ("path", "text", "error", "says"),
    [
        ("a.jsonl", "", EmptyError, "empty"),
        ("a.jsonl", " \n", EmptyError, "no text"),
        ("a.csv", "source,target\n", EmptyError, "no pairs"),
        ("a.csv", "source,target\n,\n", EmptyError, "no pairs"),
        ("a.jsonl", '{"a": "x", "b": "y"}\n', ColumnsError, "1 'a', 2 'b'"),
        ("a.jsonl", '[\n{"source": "a"}\n]\n', InputError, "one object a line is expected"),
        ("a.csv", "a,b,c\nd e,f,g\n", ColumnsError, "no header"),
        ("a.csv", "a\nb\n", ColumnsError, "1 'a'"),
        ("a.csv", "a,b,c,d\n", ColumnsError, "add a header"),
        ("a.csv", "source,text\na,b\n", ColumnsError, "2 'text'"),
        ("a.csv", "source,source,target\na,b,c\n", ColumnsError, "2 columns could be the source"),
        ("a.json", "{}", InputError, "texts of one language"),
        ("a.ods", "PK\x03\x04", InputError, "not a whole ODS file"),
        ("a.csv", "%PDF-1.7", EncodingError, "PDF"),
        ("<stdin>", "{}", InputError, "--input-format"),
        ("a.csv", '"' * 9_001 + "\n", InputError, "none of its 1 records"),
    ],
)
def test_refused(path: str, text: str, error: type[InputError], says: str) -> None:
    with pytest.raises(error, match=says) as raised:
        read(text, path)
    assert str(raised.value).startswith(path) or path == "<stdin>"


@pytest.mark.parametrize(("path", "record"), [("a.jsonl", "1\n"), ("a.csv", "a,b\n")])
def test_more_records_than_are_read_at_once_are_refused(
    path: str, record: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in ("bitext", "tables.json_lines", "tables.pairs"):
        monkeypatch.setattr(f"checker.formats.{room}.MAX_RECORDS", 200)
    with pytest.raises(TooLargeError, match=f"^{path}: over the 200 records"):
        read(record * 201, path)


def test_a_large_cell_is_one_bad_record(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = 'source,target\n"' + "word, " * 1_000_000 + '",x\nok,bine\n'
    found = read(text, "a.csv")
    assert texts(found) == [("2", "ok", "bine")]
    path = tmp_path_factory.mktemp("large") / "a.csv"
    with path.open("wb") as file:  # 50 MB that take no room on disk
        file.write(b"source,target\n")
        file.truncate(50_000_000)
    with pytest.raises(TooLargeError, match=f"{MAX_BYTES >> 20} MB"):
        read_bitext(str(path))


def test_ten_thousand_columns() -> None:
    names = [f"c{k}" for k in range(9_998)]
    text = ",".join([*names, "source", "target"]) + "\n" + "x," * 9_998 + "a,b\n"
    assert texts(read(text, "a.csv")) == [("1", "a", "b")]
    assert texts(read(json.dumps({**dict.fromkeys(names, 1), "source": "a", "target": "b"}))) == [("1", "a", "b")]


def test_rows_that_say_that_they_are_fuzzy_or_not_translated_are_counted() -> None:
    table = (
        "location,source,target,id,fuzzy,context\n"
        "a.c:1,Go home.,Acasă.,,False,c\na.c:2,Stay.,Pleacă.,,True,c\na.c:3,Come in.,,,False,c\n"
    )
    found = bitext_from_bytes("weblate.csv", table.encode())
    assert [pair.source for pair in found.pairs] == ["Go home."]
    assert found.notes == ("fuzzy rows left out: 1", "untranslated rows left out: 1")
