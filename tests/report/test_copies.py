"""What several documents say in the very same words is one group in every view that has all of them."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import openpyxl
import pytest
from html_samples import PAIRS
from test_reports import SIGNATURE, sample
from written import CONTEXT

from checker.model import DocumentResult, NearestSource, Severity
from checker.report import html, registry
from checker.report.copies import Copies
from checker.report.html import repeats
from checker.report.html.repeats import with_repeats
from checker.report.html.view import views
from checker.result import Result

SHARED = sample()
(FINDING,) = SHARED.findings
OWN = replace(FINDING, fingerprint="of-one-alone")
ELSEWHERE = replace(FINDING, source=(NearestSource(0, 1, 0.2, "The market is open."),))
"""The same words, held against another original."""

COPIES = (
    replace(SHARED, path="first.txt"),
    replace(SHARED, path="second.txt", findings=(FINDING, OWN)),
    replace(SHARED, path="third.txt", findings=(ELSEWHERE,)),
)


def written(name: str, documents: tuple[DocumentResult, ...]) -> bytes:
    return b"".join(registry.FORMATS[name].pieces(iter(documents), CONTEXT))


def test_tables_say_of_each_finding_where_it_stands_first() -> None:
    table = list(csv.DictReader(io.StringIO(written("csv", COPIES).decode("utf-8-sig"))))
    frame = Result(COPIES, SIGNATURE).findings_frame()
    for same_as in ([row["same_as"] for row in table], list(frame["same_as"].fillna(""))):
        assert same_as == ["", "first.txt", "", "first.txt"]


def test_a_workbook_has_a_sheet_of_groups_where_there_are_any() -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(written("xlsx", COPIES)))
    head, *groups = workbook["Repeated"].values
    (group,) = (dict(zip(head, row, strict=True)) for row in groups)
    assert (group["documents"], group["code"], group["first"]) == (3, "ADD001", "first.txt")
    assert (group["others"], group["fingerprint"]) == ("second.txt; third.txt", FINDING.fingerprint)
    assert "Repeated" not in openpyxl.load_workbook(io.BytesIO(written("xlsx", COPIES[:1]))).sheetnames


def test_a_page_has_it_whole_once_and_names_it_from_there_on() -> None:
    page = html.report(COPIES, SIGNATURE)
    assert "4 major. 2 of them repeat one of another document." in page
    ((title, items),) = re.findall(r'<details class="also"><summary>(.*?)</summary><ul>(.*?)</ul>', page)
    assert title == "The same in 2 other documents"
    assert re.findall(r'href="#([^"]*)">([^<]*)</a>', items) == [
        ("f-0123456789abcdef-2", "second.txt"),
        ("f-0123456789abcdef-3", "third.txt"),
    ]
    assert re.findall(r'The same as in <a href="#([^"]*)">([^<]*)</a>(, where)?', page) == [
        ("f-0123456789abcdef", "first.txt", ", where"),
        ("f-0123456789abcdef", "first.txt", ""),  # which has evidence of its own
    ]


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_a_text_names_it_and_does_not_repeat_what_is_nearest(name: str) -> None:
    text = written(name, COPIES).decode()
    assert re.findall(r"the same as in `?([\w.]+)", text) == ["first.txt", "first.txt"]
    # of the first, of the one that is of its own, and of the one with other evidence
    assert text.count("nearest in the original") == 3


def test_a_notebook_names_it_as_well() -> None:
    view = Result(COPIES, SIGNATURE)._repr_html_()
    assert re.findall(r"the same as in ([\w.]+)", view) == ["first.txt", "first.txt"]


def test_no_card_of_a_copy_keeps_from_a_reader_what_is_said_of_it_alone() -> None:
    first, second, third = (view.flags for view in with_repeats(views(COPIES)))
    assert [flag.whole for flag in (*first, *second, *third)] == [True, False, True, True]
    assert [flag.others.count if flag.others else 0 for flag in (*first, *second, *third)] == [2, 0, 0, 0]


def test_one_document_is_no_group_though_it_says_the_same_twice() -> None:
    twice = replace(SHARED, findings=(FINDING, FINDING))
    assert "The same" not in html.report([twice], SIGNATURE).replace("The same signature", "")
    assert with_repeats(views([twice])) == views([twice])
    gathered = Copies()
    gathered.add(twice)
    assert not list(gathered.repeated())


def test_what_nobody_can_tell_is_no_group_of_a_workbook() -> None:
    undetermined = replace(FINDING, severity=Severity.NEUTRAL)
    gathered = Copies()
    for path in ("a", "b"):
        gathered.add(replace(SHARED, path=path, findings=(undetermined,)))
    assert not list(gathered.repeated())


def test_files_of_pairs_are_grouped_as_well() -> None:
    page = html.report([PAIRS, replace(PAIRS, path="again.csv")], SIGNATURE)
    assert page.count("The same as in <a href") == len(PAIRS.findings)
    text = written("text", (PAIRS, replace(PAIRS, path="again.csv"))).decode()
    assert text.count("the same as in market.csv") == sum(
        finding.severity is not Severity.NEUTRAL for finding in PAIRS.findings
    )


def test_a_page_leads_to_some_of_very_many_documents_and_counts_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeats, "MOST_NAMED", 1)
    page = html.report(COPIES, SIGNATURE)
    assert "The same in 2 other documents" in page and "second.txt</a></li><li>and 1 more</li>" in page


def test_of_very_many_documents_some_are_named_and_the_others_counted() -> None:
    gathered = Copies()
    for number in range(150):
        gathered.add(replace(SHARED, path=f"{number}.txt"))
    ((_, found),) = gathered.repeated()
    assert found.documents == 150 and found.named.endswith("99.txt; 100.txt and 49 more")
