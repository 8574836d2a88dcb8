"""The HTML report without a browser: it parses, holds together, needs nothing else, and no text becomes markup."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from html_samples import FAILED, FREE, HOSTILE, NOTHING, PAIRS, SIGNATURE, WHOLE, hostile, long_bitext, many
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import BeadLink, DocumentResult, RenderingResult, TargetSegment, UnsupportedSpan, Verdict
from checker.report import html
from checker.report.html.marks import TextMark, marked, source_marks, span_marks
from checker.report.html.markup import Html, clean, element, lang
from checker.report.html.rows import rows, runs, with_context
from checker.report.html.view import views
from checker.report.html.words import Sign, headline, likely, ranges
from checker.report.layout import chance

GOLDEN = Path(__file__).parent / "golden"
ALL = (FREE, WHOLE, PAIRS, FAILED, NOTHING)


def tree(text: str) -> Element:
    """The document as browsers read it; html5lib is strict about it."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def report(*documents: DocumentResult) -> Element:
    return tree(html.report(documents, SIGNATURE))


def main_of(text: str) -> str:
    """What stands between the head of the page and its foot, a line an element."""
    return re.sub(r"(?<=>)(?=<(?!/))", "\n", text[text.index("<main") : text.index("</main>")]) + "\n"


@pytest.mark.parametrize(("name", "documents"), [("page.html", (FREE, WHOLE, FAILED)), ("page-pairs.html", (PAIRS,))])
def test_golden(name: str, documents: tuple[DocumentResult, ...]) -> None:
    assert main_of(html.report(documents, SIGNATURE)) == (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("documents", [(), *((one,) for one in ALL), ALL], ids=lambda documents: str(len(documents)))
def test_it_is_valid_and_every_reference_leads_somewhere(documents: tuple[DocumentResult, ...]) -> None:
    page = report(*documents)
    ids = [found.get("id") for found in page.iter() if found.get("id")]
    assert len(ids) == len(set(ids))
    for found in page.iter():
        names = [found.get(name, "") for name in ("data-join", "data-to", "data-for", "aria-labelledby")]
        if found.tag == "a":
            address = found.get("href", "")
            assert address.startswith("#")
            names.append(address[1:])
        assert set(" ".join(names).split()) <= set(ids)


def test_it_needs_nothing_else_and_lets_only_its_own_script_run() -> None:
    page = report(*ALL)
    for found in page.iter():
        assert not {"src", "srcset", "style", "action", "data", "poster"} & set(found.attrib)
        assert not [name for name in found.attrib if name.startswith("on")]
    assert [found.get("href") for found in page.iter("link")] == ["data:,"]
    policy = next(found.get("content", "") for found in page.iter("meta") if found.get("http-equiv"))
    for tag in ("style", "script"):
        (only,) = page.iter(tag)
        digest = base64.b64encode(hashlib.sha256((only.text or "").encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|https?:|url\(|@import|\beval\b", only.text or "")
    assert policy.startswith("default-src 'none';")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    plain, page = report(*hostile("word")), report(*hostile(text))
    assert [found.tag for found in page.iter("script")] == ["script"]
    assert tags_of(page) == tags_of(plain)
    said = [" ".join("".join(found.itertext()).split()) for found in page.iter("h2")]
    assert " ".join(clean(text).split()) in said


@settings(max_examples=25, deadline=None)
@given(text=st.text(st.characters(), min_size=1).filter(lambda text: text.strip()))
def test_whatever_a_document_says_the_page_is_built_the_same(text: str) -> None:
    page = html.report(hostile(f"w{text}"), SIGNATURE)
    page.encode("utf-8")
    assert tags_of(tree(page)) == tags_of(report(*hostile("word")))


def tags_of(page: Element) -> set[str]:
    return {str(found.tag) for found in page.iter()}


def test_it_is_the_same_each_time_and_says_what_made_it() -> None:
    first = html.report(iter(ALL), SIGNATURE)
    assert first == html.report(ALL, SIGNATURE)
    assert SIGNATURE.model in first and SIGNATURE.model_sha256 in first


def test_a_page_on_one_document_leads_back() -> None:
    page = tree(html.page(WHOLE, SIGNATURE, back=("index.html#d3", "All documents")))
    assert ["".join(a.itertext()) for a in page.iter("a") if a.get("href") == "index.html#d3"] == ["All documents"]
    assert (page.findtext(".//title") or "").startswith("harbour-he.txt: ")


def test_texts_carry_their_language_and_find_their_direction() -> None:
    texts = [found for found in report(WHOLE).iter("p") if found.get("class") == "text"]
    assert {found.get("lang") for found in texts} == {"he", "en"}
    assert {found.get("dir") for found in texts} == {"auto"}
    for hidden in report(WHOLE).iter("span"):
        if hidden.get("class") == "vh":  # words for screen readers do not decide the direction of a sentence
            assert hidden.get("dir") == "ltr"


def test_dismissed_findings_do_not_count_and_do_not_vanish() -> None:
    dismissed = replace(WHOLE, findings=WHOLE.findings[:3])
    assert headline([dismissed]) == "3 findings in 6 sentences"
    page = html.report([dismissed], SIGNATURE)
    assert "1 finding dismissed earlier" in page and "a proverb" in page
    assert page.count("a finding here was dismissed") == 1


def test_probabilities_that_are_not_calibrated_are_not_called_so() -> None:
    assert "of a hundred findings with 90 %" in html.report([FREE], SIGNATURE)
    other = replace(SIGNATURE, settings={"calibration": None})
    assert "not calibrated for this model" in html.report([FREE], other)


def test_an_omission_stands_beside_the_original() -> None:
    page = report(WHOLE)
    omitted = next(found for found in page.iter("div") if "omitted" in found.get("class", "").split())
    assert omitted.get("id") == "d1-r1-s3"
    assert [card.get("data-rule") for card in omitted.iter("article")] == ["OMI001"]


def test_the_nearest_sentences_stand_beside_a_finding_that_nothing_of_the_original_settles() -> None:
    (rendering,) = WHOLE.renderings
    beads = (*rendering.beads[:-1], BeadLink((5,), (5,), 0.4))  # the sentence that is left open has one beside it
    page = report(replace(WHOLE, renderings=(replace(rendering, beads=beads),)))
    inside = [
        card.get("data-rule")
        for card in page.iter("article")
        if card.get("data-rule") and any(part.get("class") == "nearest" for part in card.iter("div"))
    ]
    assert inside == ["MIS001", "ADD002"]
    assert sum(part.get("class") == "nearest" for part in page.iter("div")) == 4  # and those of ADD001 and QE001


def test_all_of_a_long_bitext_is_counted_and_only_what_is_flagged_is_shown() -> None:
    page = html.report([long_bitext(10_000, 40)], SIGNATURE)
    assert page.count('class="pair"') == 40
    assert "9,960 pairs without a finding are not shown." in page
    assert len(page) < 200_000


def test_the_same_words_found_twice_have_two_addresses() -> None:
    anchors = [found.get("id") for found in report(many(3)).iter("article") if found.get("data-rule")]
    assert anchors == ["f-0000000000000001", "f-0000000000000001-2", "f-0000000000000002"]


def test_no_finding_is_lost() -> None:
    for document in ALL:
        cards = [found for found in report(document).iter("article") if found.get("data-rule")]
        assert len(cards) == len(document.findings)


def only(verdict: Verdict) -> DocumentResult:
    """Two sentences of one verdict, and no finding."""
    rendering = FREE.renderings[0]
    segments = tuple(replace(segment, verdict=verdict) for segment in rendering.segments[:2])
    return replace(FREE, renderings=(replace(rendering, segments=segments),), findings=())


@pytest.mark.parametrize(
    ("documents", "said"),
    [
        ((FREE,), "1 of 3 sentences is not supported by the original"),
        ((PAIRS,), "2 findings in 3 pairs"),
        ((FAILED,), "Not checked"),
        ((FAILED, FAILED), "None of 2 documents could be checked"),
        ((NOTHING,), "No text in another language was found"),
        ((long_bitext(3, 0),), "No findings in 3 pairs"),
        ((only(Verdict.SUPPORTED),), "Every one of 2 sentences is supported by the original"),
        ((only(Verdict.UNDETERMINED),), "No findings in 2 sentences, but 2 could not be judged"),
        ((only(Verdict.PARTLY_SUPPORTED),), "No findings in 2 sentences"),
    ],
)
def test_the_verdict_in_words(documents: tuple[DocumentResult, ...], said: str) -> None:
    assert headline(documents) == said


@pytest.mark.parametrize(
    ("probability", "said"),
    [
        (0.0, "unlikely, 0 %"),
        (0.001, "unlikely, under 1 %"),
        (0.42, "about even, 42 %"),
        (0.75, "likely, 75 %"),
        (0.93, "very likely, 93 %"),
        (0.96, "almost certain, 96 %"),
        (0.9951, "almost certain, over 99 %"),
        (1.0, "almost certain, 100 %"),
    ],
)
def test_a_probability_in_words(probability: float, said: str) -> None:
    assert f"{likely(probability)}, {chance(probability)}" == said


def test_numbers_in_runs() -> None:
    assert ranges([3, 1, 2, 9, 7, 7], "O") == "O1–O3, O7, O9"
    assert ranges(range(1, 90, 3), "R", most=2) == "R1, R4 and 28 more"


@pytest.mark.parametrize(
    ("marks", "made"),
    [
        ([], "ab &lt;cd"),
        ([TextMark(3, 6, Sign.ADDITION, 0.9)], "ab [&lt;cd]"),
        ([TextMark(0, 4, Sign.ADDITION, 0.9), TextMark(3, 6, Sign.MISMATCH, 0.9)], "[ab &lt;][cd]"),
        ([TextMark(2, 3, Sign.ADDITION, 0.9)], "ab &lt;cd"),  # nothing but a space
        ([TextMark(4, 90, Sign.ADDITION, 0.9)], "ab &lt;[cd]"),
    ],
)
def test_marks(marks: list[TextMark], made: str) -> None:
    bare = re.sub(r"<span.*?</span>", "", marked("ab <cd", marks))
    assert re.sub(r"</?mark.*?>", lambda tag: "]" if tag[0].startswith("</") else "[", bare) == made


def test_what_is_rather_not_so_is_not_marked() -> None:
    spans = [UnsupportedSpan(10, 12, "ab", 0.49), UnsupportedSpan(12, 14, "cd", 0.5)]
    assert [(mark.start, mark.end) for mark in span_marks(spans, 10)] == [(2, 4)]


def test_markup() -> None:
    made = element("p", "a<b", Html("<br>"), None, class_="x", data_y='"', hidden=True, id=None)
    assert made == '<p class="x" data-y="&quot;" hidden>a&lt;b<br></p>'
    assert clean("a\u202eb\x00c\u200f") == "a\ufffdb\ufffdc\u200f"
    assert [lang(tag) for tag in ("zh-Hant", "und", 'x" onload="', "")] == ["zh-Hant", None, None, None]


@st.composite
def alignments(draw: st.DrawFn) -> tuple[RenderingResult, int]:
    """Renderings with beads in any order over any part of both sides."""
    targets, sources = draw(st.integers(1, 12)), draw(st.integers(0, 12))
    cuts = sorted(draw(st.sets(st.integers(1, targets)))) or [targets]
    beads, start = [], 0
    for end in cuts:
        drawn = draw(st.sets(st.integers(0, max(sources - 1, 0)), max_size=3)) if sources else set()
        beads.append(BeadLink(tuple(sorted(drawn)), tuple(range(start, end)), 0.5))
        start = end
    segments = tuple(TargetSegment(k, k, k + 1, 1, 1, "x", Verdict.SUPPORTED, 0.1) for k in range(targets))
    kind = draw(st.sampled_from(["monotone", "free"]))
    return RenderingResult("de", 1.0, 0, targets, "body", kind, "faithful", segments, tuple(beads), ()), sources


@given(alignments())
def test_every_sentence_of_either_side_stands_in_one_row_in_reading_order(made: tuple[RenderingResult, int]) -> None:
    rendering, sources = made
    laid = rows(rendering, range(sources))
    assert [index for row in laid for index in row.targets] == [segment.index for segment in rendering.segments]
    assert [index for row in laid for index in row.sources] == list(range(sources))


def test_unused_stretches_of_the_original_are_folded_and_short_ones_are_not() -> None:
    cut = runs(tuple(range(14)), with_context({3, 9}))
    assert [(run.sources[0], run.sources[-1], run.folded) for run in cut] == [
        (0, 1, False),
        (2, 4, False),
        (5, 7, True),
        (8, 10, False),
        (11, 13, True),
    ]


def test_no_folder_of_whoever_made_it_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    inside = replace(PAIRS, path=str(tmp_path / "jobs/market.csv"), notes=(f"read {tmp_path / 'jobs/market.csv'}",))
    outside = replace(FAILED, path="/home/ana/secret/jobs/a.xlf", error="/home/ana/secret/jobs/a.xlf: no such file")
    windows = replace(FAILED, path=r"C:\Users\ana\jobs\a.xlf", error=r"C:\Users\ana\jobs\a.xlf: no such file")
    text = html.report((inside, outside, windows), SIGNATURE)
    assert "jobs/market.csv" in text and "read jobs/market.csv" in text and "jobs/a.xlf" in text
    assert str(tmp_path) not in text and "ana" not in text


def test_what_differs_is_marked_in_the_source_as_well() -> None:
    (finding, *_) = PAIRS.findings
    wrong = replace(
        finding,
        code="MIS001",
        mqm="Accuracy/Mistranslation",
        message='the original says "45" (line 9); the rendering says "54"',
    )
    (view,) = views([replace(PAIRS, findings=(wrong,))])
    made = marked("From 1 June, 45 of 450 boats.", source_marks("From 1 June, 45 of 450 boats.", view.flags))
    assert made.count("<mark") == 1 and re.search(r"<mark[^>]*>.*?45.*?</mark> of 450 boats", made)
