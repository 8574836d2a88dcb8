"""The pages of an audit in a real browser: nothing to scroll sideways, and by the rules of accessibility."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from audit_helpers import SIGNATURE, check

from checker.audit import pages
from checker.audit.ledger.store import Ledger

sys.path.append(str(Path(__file__).parents[1] / "report"))
from browser import Browser, browser

__all__ = ["browser"]


@pytest.fixture
def folder(tmp_path: Path, copies: Path) -> Path:
    """Pages of copies of which two say the same, one says nothing new, and one is not there."""
    for number in (2, 4):
        (copies / f"{number}.txt").write_text(f"Text {number}.\n!The king will pay.\n", encoding="utf-8")
    (copies / "7.txt").write_text("Nothing invented.\n", encoding="utf-8")
    (copies / "8.txt").symlink_to("nowhere.txt")
    check(tmp_path / "audit.sqlite", copies)
    with Ledger(tmp_path / "audit.sqlite") as book:
        pages.write(book, 1, SIGNATURE, tmp_path / "report", {"ADD001": "unsupported-sentence"}, None, None)
    return tmp_path / "report"


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("page", ["index.html", "pages/000001.html"])
def test_every_page_fits_and_is_accessible_folded_and_open(
    browser: Browser, folder: Path, page: str, width: int
) -> None:
    browser.visit(folder / page, width=width)
    assert browser.run("return document.documentElement.scrollWidth") <= width
    assert browser.violations() == []
    browser.run("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    assert browser.violations() == []


def test_the_other_copies_lead_to_what_they_say(browser: Browser, folder: Path) -> None:
    browser.visit(folder / "index.html")
    browser.run("document.querySelector('.also').open = true; document.querySelector('.also a').click()")
    browser.until(lambda: "/pages/" in browser.driver.current_url and browser.focused())
    assert browser.one(f"#{browser.focused()}").get_attribute("data-text") == "!The king will pay."
