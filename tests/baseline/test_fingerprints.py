"""What a fingerprint survives, and what makes it another."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

import checker
from checker.checks.fingerprints import fingerprint, numbered
from checker.config import Settings
from checker.model import Finding, FindingEvidence, Severity
from checker.pipeline import DocumentChecker

ORIGINAL = (
    "The city council met on Monday. It approved the plan for a new bridge over the river. "
    "Work will begin in spring and take two years. The mayor thanked the engineers for their patience. "
    "Residents may send their questions to the council until the end of the month."
)
FAITHFUL = [
    "Der Stadtrat trat am Montag zusammen.",
    "Er genehmigte den Plan für eine neue Brücke über den Fluss.",
    "Die Arbeiten beginnen im Frühjahr und dauern zwei Jahre.",
    "Der Bürgermeister dankte den Ingenieuren für ihre Geduld.",
    "Die Einwohner können ihre Fragen bis zum Ende des Monats an den Rat senden.",
]
INVENTED = "Der Minister versprach den Bauern in Brandenburg höhere Preise für Milch und Getreide."


def rendering(*, at: int = 2, sentences: list[str] = FAITHFUL) -> str:
    return " ".join([*sentences[:at], INVENTED, *sentences[at:]])


def of(text: str) -> list[str]:
    found = checker.compare(ORIGINAL, text).findings
    return [finding.fingerprint for finding in found if finding.code == "ADD001"]


USUAL = of(rendering())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n\n\n" + rendering(), id="lines moved"),
        pytest.param(rendering(at=4), id="sentence moved"),
        pytest.param(rendering(sentences=FAITHFUL[1:]), id="a neighbour gone"),
        pytest.param(
            rendering(sentences=[FAITHFUL[0], "Er hat den Plan einer neuen Brücke gebilligt.", *FAITHFUL[2:]]),
            id="a neighbour changed",
        ),
        pytest.param(textwrap.fill(rendering(), 72), id="re-wrapped"),
        pytest.param(textwrap.fill(rendering(), 60), id="re-wrapped narrowly"),
        pytest.param(rendering().replace(" ", "\u00a0"), id="other spaces"),
        pytest.param(rendering().replace("\u00f6", "o\u0308"), id="other Unicode form"),
        pytest.param(rendering().replace("Brandenburg", "Branden\u00adburg"), id="soft hyphen"),
    ],
)
def test_the_same_sentence_is_recognised(text: str) -> None:
    assert len(USUAL) == 1
    assert of(text) == USUAL


def test_the_same_text_in_another_file_format_has_the_same_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "original.txt").write_text(ORIGINAL, encoding="utf-8")
    markdown = rendering().replace("höhere Preise", "**höhere** [Preise](https://example.org)")
    html = rendering().replace("Milch", "<b>Milch</b>").replace("ö", "&ouml;").replace(" Preise", "\n  <i>Preise</i>")
    files = {
        "plain.txt": rendering(),
        "page.md": f"# Stadtrat\n\n> {markdown}\n",
        "page.html": f"<!doctype html><html><body><p>{html}</p></body></html>",
        "windows.txt": rendering(),
    }
    checker_ = DocumentChecker(Settings(select=("ADD001",)))
    found: dict[str, set[str]] = {}
    for name, text in files.items():
        encoding, text = ("cp1252", text + "\r\n") if name.startswith("windows") else ("utf-8", text)
        (tmp_path / name).write_bytes(text.encode(encoding))
        result = checker_.compare_files(str(tmp_path / "original.txt"), str(tmp_path / name))
        found[name] = {
            finding.fingerprint for finding in result.findings if finding.target and "Bauern" in finding.target.text
        }
    assert found == {name: set(USUAL) for name in files}


def test_a_pair_has_the_same_fingerprint_in_every_format(tmp_path: Path) -> None:
    source, target = "The bridge is 120 metres long.", "Die Brücke ist 210 Meter lang."
    files = {
        "a.csv": f"id,source,target\n1,{source},{target}\n",
        "a.jsonl": f'{{"source": "{source}", "target": "{target}"}}\n',
        "a.po": f'msgid ""\nmsgstr "Language: de\\n"\n\nmsgid "{source}"\nmsgstr ""\n"{target}"\n',
        "a.xlf": (
            '<xliff version="1.2"><file source-language="en" target-language="de-AT"><body><trans-unit id="1">'
            f"<source>{source}</source><target>Die <g id='1'>Brücke</g> ist 210 Meter lang.</target>"
            "</trans-unit></body></file></xliff>"
        ),
    }
    found = set()
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        found |= {finding.fingerprint for finding in DocumentChecker().bitext_file(str(tmp_path / name)).findings}
    assert len(found) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ADD001", "Sie kam."), ("ADD002", "Sie kam.")),
        (("ADD001", "Sie kam."), ("ADD001", "Sie kam?")),
        (("MIS001", "12,5 m"), ("MIS001", "125 m")),
        (("MIS001", "-5 °C"), ("MIS001", "5 °C")),
        (("ADD001", "ab", "c"), ("ADD001", "a", "bc")),
    ],
)
def test_what_says_something_else_is_another(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert fingerprint(*one) != fingerprint(*other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O frază  oarecare.\n", "o frază oarecare."),
        ("„Ja“, sagte sie.", '"Ja", sagte sie.'),
        ("l’eau – là", "l'eau - là"),
        ("ﬁn de １２ ans", "fin de 12 ans"),
        ("می\u200cروم", "میروم"),
    ],
)
def test_what_saving_anew_changes_makes_no_difference(one: str, other: str) -> None:
    assert fingerprint("ADD001", one) == fingerprint("ADD001", other)


def test_a_part_is_recognised_within_its_sentence_only() -> None:
    """The same invented clause in two sentences is two findings."""
    clause = ", nach der Krönung von Königin Kunigunde und der königlichen Hochzeit in Samarkand"
    found = {
        finding.fingerprint
        for sentence in (1, 3)
        for finding in checker.compare(
            ORIGINAL,
            " ".join(text.rstrip(".") + clause + "." if k == sentence else text for k, text in enumerate(FAITHFUL)),
            select="ADD002",
        ).findings
    }
    assert len(found) == 2


def finding(fingerprint_: str) -> Finding:
    return Finding("ADD001", "x", None, Severity.MAJOR, 0.9, "", None, (), FindingEvidence(), fingerprint_)


def test_each_repetition_in_a_document_is_a_finding_of_its_own() -> None:
    twice = [one.fingerprint for one in numbered([finding("a" * 16), finding("b" * 16), finding("a" * 16)])]
    thrice = [one.fingerprint for one in numbered([finding("a" * 16)] * 3)]
    assert twice[:2] == ["a" * 16, "b" * 16]
    assert len(set(twice)) == len(set(thrice)) == 3
    assert thrice[:2] == [twice[0], twice[2]]  # a third one is new, the first two are known


def test_equal_pairs_are_one_decision() -> None:
    pairs = [("The bridge is 120 metres long.", "Die Brücke ist 210 Meter lang.")] * 3
    found = checker.bitext(pairs, select="MIS001").findings
    assert len(found) == 3
    assert len({one.fingerprint for one in found}) == 1


def test_what_one_language_omits_is_not_dismissed_for_another() -> None:
    omitted = "Dogs are not allowed in the halls."
    ones = checker.bitext([{"source": omitted, "target": "", "target_language": "de"}]).findings
    others = checker.bitext([{"source": omitted, "target": "", "target_language": "ro"}]).findings
    assert [one.code for one in ones] == [other.code for other in others] == ["OMI001"]
    assert ones[0].fingerprint != others[0].fingerprint
