"""Whole pages as people save and paste them, invented: silent where they are faithful, and one fault is found."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker
from checker.result import Result

PAGES = Path(__file__).parent / "pages"

TRANSLATED = [
    (
        "news.en.html",
        "news.de.html",
        "Die Gewerkschaften haben für den ersten Montag im Mai einen Streik angekündigt.",
        "Schulbusse fahren eine Viertelstunde früher ab als bisher.",
    ),
    (
        "docs.en.md",
        "docs.de.md",
        "Vorher verschickt sie eine E-Mail an alle Gärtner.",
        "Antworten Sie nur dann mit `y`, wenn Sie sicher sind.",
    ),
    ("docs.en.md", "docs.ja.md", "ただし、実行には管理者のパスワードが必要です。", "大きな庭でも10秒かかりません。"),
    (
        "readme.en.md",
        "readme.pt.md",
        "Nossa equipe também oferece cursos pagos em Lisboa.",
        "Respondemos em até uma semana,",
    ),
    ("readme.en.md", "readme.zh.md", "我们的团队还在上海举办收费培训。", "在 Windows 上还需要 C++ 构建工具。"),
]
"""Original, rendering, a sentence that may be put in before one of the rendering."""

MIXED = [
    ("mail.ro.txt", "", ""),
    ("mail.pl.txt", "Zarząd portu zamknie też na stałe restaurację w starej latarni.", "Kto zapłaci"),
    ("forum.html", "A dán cég ezzel végleg kilép az európai vasúti piacról.", "Minden kocsiban"),
]


def told(result: Result) -> list[tuple[str, str]]:
    """The codes above neutral, and what of the rendering they are about."""
    found = [one for one in result.findings if one.severity.rank > 0]
    return [(one.code, one.target.text if one.target else "") for one in found]


@pytest.mark.parametrize(("source", "target", "put_in", "before"), TRANSLATED)
def test_a_page_and_its_translation(tmp_path: Path, source: str, target: str, put_in: str, before: str) -> None:
    assert told(checker.compare_files(PAGES / source, PAGES / target)) == []
    page = (PAGES / target).read_text(encoding="utf-8")
    assert before in page
    added = tmp_path / target
    added.write_text(page.replace(before, f"{put_in} {before}", 1), encoding="utf-8")
    assert told(checker.compare_files(PAGES / source, added)) == [("ADD001", put_in)]
    left_out = tmp_path / f"cut-{target}"
    left_out.write_text(page.replace(before, "", 1), encoding="utf-8")
    if before.endswith((".", "。")):
        assert [code for code, _ in told(checker.compare_files(PAGES / source, left_out))] == ["OMI001"]


@pytest.mark.parametrize(("name", "put_in", "before"), MIXED)
def test_a_page_that_holds_both(tmp_path: Path, name: str, put_in: str, before: str) -> None:
    assert told(checker.scan_file(PAGES / name)) == []
    page = (PAGES / name).read_text(encoding="utf-8")
    if put_in:
        added = tmp_path / name
        added.write_text(page.replace(before, f"{put_in} {before}", 1), encoding="utf-8")
        assert told(checker.scan_file(added)) == [("ADD001", put_in)]
