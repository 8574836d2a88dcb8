"""The pages of an audit: an index in the order in which to look, and a page a document."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from audit_helpers import SIGNATURE, check

from checker.audit import pages
from checker.audit.ledger import history
from checker.audit.ledger.store import Ledger
from checker.audit.picture import picture
from checker.audit.python import AuditResult
from checker.cli import audit_report
from checker.config import Settings
from checker.errors import UsageError

NAMES = {"ADD001": "unsupported-sentence"}


class Links(HTMLParser):
    """Where a page leads, the ids in it, and the attributes of its findings."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()
        self.findings: list[dict[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids.add(values.get("id") or "")
        if tag == "a":
            self.targets.append(values.get("href") or "")
        if "finding" in (values.get("class") or "").split():
            self.findings.append(values)


def written(ledger: Path, folder: Path, run: int = 1, since: int | None = None) -> Links:
    with Ledger(ledger) as book:
        pages.write(book, run, SIGNATURE, folder, NAMES, since, None)
    return Links((folder / "index.html").read_text(encoding="utf-8"))


@pytest.fixture
def ledger(tmp_path: Path, copies: Path) -> Path:
    (copies / "2.txt").write_text("!Claim 2.\n!Another.\n", encoding="utf-8")
    (copies / "7.txt").write_text("Nothing invented.\n", encoding="utf-8")
    (copies / "8.txt").symlink_to("nowhere.txt")
    check(tmp_path / "audit.sqlite", copies)
    return tmp_path / "audit.sqlite"


def test_every_link_of_the_index_leads_to_a_page_and_a_finding_in_it(ledger: Path, tmp_path: Path) -> None:
    folder = tmp_path / "report"
    index = written(ledger, folder)
    followed = [target for target in index.targets if target.startswith("pages/")]
    assert len(followed) == 2 * 7 + 1  # seven documents with a finding, each named and with it, and one without
    for target in followed:
        name, _, anchor = target.partition("#")
        page = Links((folder / name).read_text(encoding="utf-8"))
        assert not anchor or anchor in page.ids
        assert "../index.html" in page.targets
    assert len(list((folder / "pages").iterdir())) == 9


def test_the_document_that_is_otherwise_faithful_comes_first_and_the_doubtful_one_last(
    ledger: Path, tmp_path: Path
) -> None:
    texts = [finding["data-text"] for finding in written(ledger, tmp_path / "report").findings]
    assert texts[0] == "!Claim 0."
    assert texts[-1] == "!Claim 2."
    assert all(finding["data-rule"] == "ADD001" for finding in written(ledger, tmp_path / "report").findings)


def test_the_picture_says_what_the_parts_of_its_bars_stand_for(ledger: Path) -> None:
    with Ledger(ledger) as book:
        text = pages.index(book, 1, SIGNATURE, NAMES)
    drawn, _, key = text.partition('<ul class="key">')
    explained = re.findall(r'class="(\w+)"></rect></svg>([^<]+)</li>', key)
    assert [said for _, said in explained] == ["supported", "partly supported", "not in the original", "undetermined"]
    bars = re.findall(r'height="12" class="(\w+)"', drawn)
    assert bars and set(bars) <= {name for name, _ in explained}


def test_a_page_on_all_documents_has_the_picture_of_the_index(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Ledger(ledger) as book:
        drawn = picture(book, 1)
    assert drawn and drawn in written_page(ledger, tmp_path / "audit.html")
    assert "The audit as a picture" not in written_page(ledger, tmp_path / "audit.csv")
    AuditResult(ledger, 1, SIGNATURE).save(tmp_path / "python.html")
    assert drawn in (tmp_path / "python.html").read_text(encoding="utf-8")
    assert "8.txt" in capsys.readouterr().err  # which is not there


def written_page(ledger: Path, output: Path) -> str:
    options = {"output": output, "format_": None, "since": None, "exit_zero": False, "color": "never", "quiet": False}
    audit_report.report(ledger, 1, SIGNATURE, Settings(), options)
    return output.read_text(encoding="utf-8")


def test_a_second_report_replaces_the_first_and_leaves_no_page_of_it(
    ledger: Path, copies: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "report"
    written(ledger, folder)
    before = {path.name: path.read_bytes() for path in (folder / "pages").iterdir()}
    written(ledger, folder)
    assert {path.name: path.read_bytes() for path in (folder / "pages").iterdir()} == before
    for number in range(5):
        (copies / f"{number}.txt").unlink()
    check(ledger, copies)
    written(ledger, folder, run=2)
    assert len(list((folder / "pages").iterdir())) == 4


def test_no_page_says_in_which_folders_its_maker_works(ledger: Path, tmp_path: Path) -> None:
    written(ledger, tmp_path / "report")
    for path in (tmp_path / "report").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "copies/" in text
        assert str(tmp_path) not in text, path.name


def test_nothing_of_a_document_is_markup(copies: Path, tmp_path: Path) -> None:
    (copies / "0.txt").write_text("One.\n!<script>alert(1)</script>\n", encoding="utf-8")
    (copies / "<img src=x onerror=alert(1)>.txt").write_text("Two.\n!Three.\n", encoding="utf-8")
    check(tmp_path / "audit.sqlite", copies)
    written(tmp_path / "audit.sqlite", tmp_path / "report")
    text = (tmp_path / "report/index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in text and "<img" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_what_many_copies_say_stands_once_in_the_index_and_leads_to_all_of_them(copies: Path, tmp_path: Path) -> None:
    for number, own in ((2, "!The queen left."), (4, "Text 4."), (6, "Text 6.")):
        (copies / f"{number}.txt").write_text(f"Text.\n!The king will pay.\n{own}\n", encoding="utf-8")
    check(tmp_path / "audit.sqlite", copies)
    index = written(tmp_path / "audit.sqlite", tmp_path / "report")
    texts = [finding["data-text"] for finding in index.findings]
    assert texts.count("!The king will pay.") == 1 and "!The queen left." in texts
    text = (tmp_path / "report/index.html").read_text(encoding="utf-8")
    (also,) = re.findall(r"The same in 2 other documents</summary>(.*?)</details>", text)
    for target, path in re.findall(r'href="([^"#]*)#[^"]*">([^<]*)</a>', also):
        page = (tmp_path / "report" / target).read_text(encoding="utf-8")
        assert "The king will pay" in page and path in page
    assert re.findall(r"(\d)\.txt</a>", also) == ["2", "6"]
    for number, others in ((2, ["4", "6"]), (4, ["2", "6"]), (6, ["2", "4"])):
        page = (tmp_path / f"report/pages/{number + 1:06}.html").read_text(encoding="utf-8")
        (also,) = re.findall(r"The same in 2 other documents</summary>(.*?)</details>", page)
        assert re.findall(r"(\d)\.txt</a>", also) == others
        for target, anchor in re.findall(r'href="([^"#]*)#([^"]*)"', also):
            assert f'id="{anchor}"' in (tmp_path / "report/pages" / target).read_text(encoding="utf-8")
    assert "<h1>8 documents to look at</h1>" in text


def test_an_index_of_something_else_is_not_overwritten(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("My home page", encoding="utf-8")
    with pytest.raises(UsageError, match="no audit wrote"):
        written(ledger, tmp_path / "site")
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="this is a file"):
        written(ledger, tmp_path / "file")


def test_a_file_takes_no_more_documents_than_one_page_can_show(
    ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = {"output": tmp_path / "a.html", "format_": None, "since": None, "exit_zero": False, "color": "never"}
    with Ledger(ledger) as book:
        count = history.totals(book, 1).documents
    monkeypatch.setattr(audit_report, "MOST_ON_A_PAGE", count - 1)
    with pytest.raises(UsageError, match=f"{count} documents are too many for one page") as refused:
        audit_report.report(ledger, 1, SIGNATURE, Settings(), options)
    assert "name a folder" in str(refused.value)
    audit_report.report(ledger, 1, SIGNATURE, Settings(), {**options, "output": tmp_path / "pages", "format_": "html"})
    assert (tmp_path / "pages/index.html").exists() and not (tmp_path / "a.html").exists()
