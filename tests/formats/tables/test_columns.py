"""Which columns hold what: guessed, named, numbered, refused."""

from __future__ import annotations

import pytest

from checker.errors import ColumnsError
from checker.formats.columns import Columns, is_header, layout


@pytest.mark.parametrize(
    ("names", "source", "target", "id_"),
    [
        ("source target", 0, 1, None),
        ("ID Target SOURCE", 2, 1, 0),
        ("src tgt key", 0, 1, 2),
        ("source_text|Target Text|Segment ID", 0, 1, 2),
        ("original translation", 0, 1, None),
        ("original rendering", 0, 1, None),
        ("src mt", 0, 1, None),
        ("src hyp", 0, 1, None),
        ("source mt target", 0, 2, None),  # the role's own name goes before others
        ("src source translation", 1, 2, None),
        ("en ro", 0, 1, None),
        ("ro en", 1, 0, None),
        ("English Romanian", 0, 1, None),
        ("eng ron", 0, 1, None),
        ("en-US de-DE", 0, 1, None),
        ("id en comment fr", 1, 3, 0),
        ("en translation", 0, 1, None),
        ("source de", 0, 1, None),
        ("de translation", 0, 1, None),
        ("Source (English)|Target [pt-BR]", 0, 1, None),
        ("source target source_lang target_lang", 0, 1, None),
        ("note id source comment target", 2, 4, 1),
        ("Quelle Ziel", 0, 1, None),
        ("Ausgangstext|Zieltext", 0, 1, None),
        ("Texte source|Texte cible", 0, 1, None),
        ("ID|Origen|Destino", 1, 2, 0),
        ("Źródło Cel", 0, 1, None),
        ("原文 译文", 0, 1, None),
        ("source_phrase target_phrase", 0, 1, None),
        ("English (en)|Deutsch", 0, 1, None),
        ("Key|German (de)|English (en)", 2, 1, 0),
        ("Anglais Français", 0, 1, None),
        ("Source|Übersetzung", 0, 1, None),
        ("Engleza Romana", 0, 1, None),  # without its accents
        ("Textul sursă|Traducere", 0, 1, None),
        ("Angličtina Čeština", 0, 1, None),
        ("Оригінал Переклад", 0, 1, None),
        ("Αγγλικά Ελληνικά", 0, 1, None),
        ("英文 中文", 0, 1, None),
        ("النص الأصلي|الترجمة", 0, 1, None),
        ("Tiếng Anh|Tiếng Việt", 0, 1, None),
        ("term translation", 0, 1, None),
        ("Text|Translation|Text No", 0, 1, None),
        ("English text|Romanian text", 0, 1, None),
        ("target_ro source_en", 1, 0, None),
        ("EN source|pt-BR target", 0, 1, None),
        ("string_id|string_no|string_en|string_fr", 2, 3, 0),
    ],
)
def test_guessed(names: str, source: int, target: int, id_: int | None) -> None:
    found = layout(names.split("|") if "|" in names else names.split())
    assert (found.source, found.target, found.id) == (source, target, id_)


def test_names_declare_languages() -> None:
    assert (layout(["en", "pt-BR"]).source_named, layout(["en", "pt-BR"]).target_named) == ("en", "pt")
    assert layout(["Source (English)", "Target (Chinese)"]).target_named == "zh"
    assert layout(["Original Englisch", "translated_ro"]).target_named == "ro"
    found = layout(["source", "target", "src_lang", "targetLanguage", "lp"])
    assert (found.source_language, found.target_language, found.languages) == (2, 3, 4)


@pytest.mark.parametrize(
    ("names", "wanted", "source", "target"),
    [
        ("A B", Columns("A", "B"), 0, 1),
        ("A B", Columns("b", "a"), 1, 0),
        ("A B", Columns("2", "1"), 1, 0),
        ("2 1", Columns("2", "1"), 0, 1),  # a name goes before a number
        ("source target_a target_b", Columns(target="target_b"), 0, 2),
        ("source mt target", Columns(target="mt"), 0, 1),
        ("target source", Columns(source="target", target="source"), 0, 1),
        ("en ro de", Columns(target_language="de"), 0, 2),
        ("en ro de", Columns(source_language="ron", target_language="deu"), 1, 2),
        ("de en", Columns(source_language="de"), 0, 1),
    ],
)
def test_named(names: str, wanted: Columns, source: int, target: int) -> None:
    found = layout(names.split(), wanted)
    assert (found.source, found.target) == (source, target)


@pytest.mark.parametrize(
    ("names", "wanted", "says"),
    [
        ("a b", Columns(), r"no column is known to be the source: 1 'a', 2 'b'"),
        ("source b", Columns(), r"the target: 1 'source', 2 'b'; name it with --target-column"),
        ("source mt hyp", Columns(), r"2 columns could be the target \('mt', 'hyp'\)"),
        ("source target target", Columns(), r"2 columns could be the target"),
        ("source target target", Columns(target="target"), r"2 columns are called 'target'.*a number"),
        ("en ro de", Columns(), r"--target-language"),
        ("de fr", Columns(), r"the source"),
        ("source target", Columns(source="sorce"), r"did you mean 'source'"),
        ("source target", Columns(source="3"), r"there is no column '3'"),
        ("source target", Columns(source="0"), r"there is no column '0'"),
        ("source target", Columns(source="target", target="target"), r"source and target"),
        (" ".join(f"c{k}" for k in range(10_000)), Columns(), r"and 9980 more"),
    ],
)
def test_refused_with_the_columns_that_there_are(names: str, wanted: Columns, says: str) -> None:
    with pytest.raises(ColumnsError, match=says) as error:
        layout(names.split(), wanted)
    assert len(str(error.value)) < 1500


def test_fields_of_objects_have_no_numbers() -> None:
    with pytest.raises(ColumnsError, match="no column '1'"):
        layout(["a", "b"], Columns("1", "2"), numbers=False)


@pytest.mark.parametrize(
    ("row", "header"),
    [
        (["source", "x"], True),
        (["id", "English", "French"], True),
        (["en", "fr"], True),
        (["Hello", "Bonjour"], False),
        (["1", "It is late", "Il est tard"], False),
        (["id", "x", "y"], False),
        (["The original was lost", "L'original est perdu"], False),
    ],
)
def test_headers(row: list[str], header: bool) -> None:
    assert is_header(row) is header


@pytest.mark.parametrize(
    ("names", "header"),
    [("Quelle Ziel", True), ("Ziel Das", False), ("Cel Tor", False), ("source x", True), ("Deutsch English", True)],
)
def test_everyday_words_make_a_header_only_together(names: str, header: bool) -> None:
    assert is_header(names.split()) is header
