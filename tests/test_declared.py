"""Languages and encodings that are declared: named in many ways, refused where they are none, and believed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import checker
from checker.cli import main
from checker.config import Settings
from checker.errors import SettingsError

SOURCE = (
    "The mill will close on Monday, and two hundred people will lose their work. The council voted for the plan. "
    "The new road opens in spring and will cost four million. The library stays open until eight in the evening."
)
ROMANIAN = (
    "Moara se va închide luni, iar două sute de oameni își vor pierde locul de muncă. Consiliul a votat planul. "
    "Drumul nou se deschide în primăvară și va costa patru milioane. Biblioteca rămâne deschisă până la opt seara."
)


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("ro", "ro"), ("ron", "ro"), ("ro-MD", "ro"), ("Romanian", "ro"), ("română", "ro"), ("ROMANA", "ro"),
        ("pt_BR", "pt"), ("zh_TW", "zh-Hant"), ("日本語", "ja"), ("Luxembourgish", "lb"), ("lb", "lb"),
        ("auto", "auto"), ("", "auto"),
    ],
)  # fmt: skip
def test_a_language_is_named_by_its_code_or_its_name(name: str, tag: str) -> None:
    assert Settings(target_language=name).target_language == tag
    assert Settings(source_language=name).source_language == tag


@pytest.mark.parametrize(
    ("name", "hint"), [("rumanian", "ro (Romanian)"), ("germn", "de (German)"), ("xx", "Romanian"), ("9", "Romanian")]
)
def test_what_is_no_language_is_refused_with_the_nearest(name: str, hint: str) -> None:
    with pytest.raises(SettingsError) as refused:
        Settings(target_language=name)
    assert hint in str(refused.value.hint)


def codes(result: checker.Result) -> list[str]:
    return [finding.code for document in result.documents for finding in document.findings]


def test_a_rendering_in_the_declared_language_is_checked_as_ever() -> None:
    assert codes(checker.compare(SOURCE, ROMANIAN, target_language="Romanian")) == []


@pytest.mark.parametrize("language", ["German", "Hungarian", "Russian"])
def test_one_in_another_language_is_one_finding_that_names_both(language: str) -> None:
    for result in (
        checker.compare(SOURCE, ROMANIAN, target_language=language),
        checker.scan(f"{SOURCE}\n\n{ROMANIAN}\n", target_language=language),
    ):
        (finding,) = result.findings
        assert finding.code == "LNG001"
        assert finding.message.startswith(f"the rendering is in Romanian, and not in {language}: ")


def test_a_sentence_in_another_language_is_told_by_itself() -> None:
    polish = "Biblioteka pozostaje otwarta codziennie do ósmej wieczorem, także w niedziele."
    mixed = ROMANIAN.replace("Biblioteca rămâne deschisă până la opt seara.", polish)
    result = checker.compare(SOURCE, mixed, target_language="ro")
    assert [one.target.text for one in result.documents[0].findings if one.target and one.code == "LNG001"] == [polish]


@pytest.mark.parametrize(
    ("encoding", "text"), [("cp1250", ROMANIAN.replace("ț", "ţ").replace("ș", "ş")), ("utf-16", ROMANIAN)]
)
def test_a_file_is_read_in_the_encoding_that_is_named(tmp_path: Path, encoding: str, text: str) -> None:
    original, rendering = tmp_path / "original.txt", tmp_path / "rendering.txt"
    original.write_bytes(SOURCE.encode(encoding))
    rendering.write_bytes(text.encode(encoding))
    result = checker.compare_files(original, rendering, encoding=encoding)
    assert result.documents[0].renderings[0].segments[0].text == text.split(". ")[0] + "."
    scanned = tmp_path / "mixed.txt"
    scanned.write_bytes(f"{SOURCE}\n\n{text}".encode(encoding))
    run = CliRunner().invoke(main, ["scan", str(scanned), "--encoding", encoding, "--format", "json"])
    assert run.exit_code == 0
    assert "încheiat" not in run.stdout and "închide" in run.stdout


def test_what_is_not_in_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(ROMANIAN.encode("utf-8"))
    run = CliRunner().invoke(main, ["scan", str(tmp_path / "a.txt"), "--encoding", "ascii"])
    assert run.exit_code == 2
    assert "read as ascii" in run.output


def test_what_is_no_encoding_is_refused_with_the_nearest() -> None:
    with pytest.raises(SettingsError) as refused:
        Settings(encoding="cp125O")
    assert "cp125" in str(refused.value.hint)
