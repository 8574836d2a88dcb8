"""TRM001 through the commands and the Python interface."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import checker
from checker.cli import main
from checker.errors import GlossaryError
from checker.model import Finding

GLOSSARY = (
    "source,target,forbidden,language,note\n"
    "water board,Wasserbehörde,Wasserrat,de,see the style guide\n"
    "board,Vorstand,,de,\n"
    "floodgate,Schleusentor;Fluttor,,de,\n"
    "water board,autoritatea apelor,,ro,\n"
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("terms.csv").write_text(GLOSSARY, encoding="utf-8")


def found(*pairs: tuple[str, str], **settings: str) -> list[Finding]:
    return list(checker.bitext(pairs, glossary="terms.csv", select="TRM", **settings).findings)


@pytest.mark.parametrize(
    ("source", "target", "says"),
    [
        ("The water board meets today.", "Die Wasserbehörde tritt heute zusammen.", ""),
        ("The water board meets today.", "Das Wasseramt tritt heute zusammen.", "the glossary wants"),
        ("The water board meets today.", "Der Wasserrat tritt heute zusammen.", "the glossary forbids"),
        ("The floodgates are shut.", "Die Fluttore sind zu.", ""),
        ("The floodgates are shut.", "Die Klappen sind zu.", 'wants "Schleusentor" or "Fluttor" for "floodgates"'),
        ("The board of the bank resigned.", "Der Vorstand der Bank trat zurück.", ""),
        ("The water board meets today.", "", ""),  # what is missing is OMI001's
        ("Nothing of the kind.", "Nichts dergleichen.", ""),
    ],
)
def test_pairs(source: str, target: str, says: str) -> None:
    findings = found((source, target), target_language="de")
    assert len(findings) == bool(says)
    assert all(says in finding.message for finding in findings)


def test_a_forbidden_rendering_is_graver_and_pointed_at() -> None:
    (finding,) = found(("The water board meets.", "Heute tagt der Wasserrat."), target_language="de")
    assert finding.target is not None
    assert (finding.severity, finding.target.text, finding.target.start) == ("major", "Wasserrat", 15)
    assert finding.message == (
        'the glossary forbids "Wasserrat" for "water board" and wants "Wasserbehörde" (see the style guide)'
    )
    (missing,) = found(("The water board meets.", "Heute tagt das Amt."), target_language="de")
    assert missing.severity == "minor" and missing.target is not None and missing.target.text == "Heute tagt das Amt."
    assert missing.fingerprint != finding.fingerprint


def test_only_terms_of_the_target_language_count() -> None:
    pair = ("The water board meets today.", "Autoritatea Apelor se întrunește astăzi.")
    assert found(pair, target_language="ro") == []
    assert found(pair, target_language="fr") == []
    assert len(found(("The water board meets today.", "Comisia se întrunește astăzi."), target_language="ro")) == 1


def test_a_term_is_reported_once_a_pair() -> None:
    pair = ("The water board asked the water board.", "Das Amt fragte das Amt.")
    assert len(found(pair, target_language="de")) == 1


ORIGINAL = (
    "The city council met on Monday. The water board approved the plan for a new bridge over the river. "
    "Work will begin in spring and take two years. The mayor thanked the engineers for their patience. "
    "Residents may send their questions to the council until the end of the month."
)
RENDERING = (
    "Der Stadtrat trat am Montag zusammen. {} den Plan für eine neue Brücke über den Fluss. "
    "Die Arbeiten beginnen im Frühjahr und dauern zwei Jahre. Der Bürgermeister dankte den Ingenieuren für ihre "
    "Geduld. Die Einwohner können ihre Fragen bis zum Ende des Monats an den Rat senden."
)


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Die Wasserbehörde genehmigte", []),
        ("Das Wasseramt genehmigte", ["TRM001"]),
        ("Der Wasserrat genehmigte", ["TRM001"]),
    ],
)
def test_documents_are_checked_sentence_by_sentence(words: str, codes: list[str]) -> None:
    rendering = RENDERING.format(words)
    compared = checker.compare(ORIGINAL, rendering, glossary="terms.csv", select="TRM").findings
    scanned = checker.scan(f"{ORIGINAL}\n\n{rendering}\n", glossary="terms.csv", select="TRM").findings
    assert [finding.code for finding in compared] == [finding.code for finding in scanned] == codes
    for finding in compared:
        assert finding.target is not None and words.split()[1] in finding.target.text
        assert "water board" in finding.source[0].text


def test_the_command_and_the_settings() -> None:
    Path("job.csv").write_text("source,target\nThe water board met.,Der Wasserrat tagte.\n", encoding="utf-8")
    run = CliRunner().invoke
    without = run(main, ["bitext", "job.csv", "--target-language", "de"])
    assert (without.exit_code, "TRM001" in without.output) == (0, False)
    done = run(main, ["bitext", "job.csv", "--target-language", "de", "--glossary", "terms.csv"])
    assert (done.exit_code, "TRM001 term-mismatch   major" in done.output) == (1, True)
    Path("checker.cfg").write_text("[checker]\nglossary = terms.csv\ntarget-language = de\n")
    assert run(main, ["bitext", "job.csv"]).exit_code == 1
    missing = run(main, ["bitext", "job.csv", "--glossary", "none.csv"])
    assert missing.exit_code == 2 and "none.csv: no such file" in missing.stderr


def test_the_signature_tells_glossaries_apart() -> None:
    pair = [("a gate", "ein Tor")]
    signatures = [checker.bitext(pair, glossary="terms.csv").signature]
    Path("terms.csv").write_text(GLOSSARY + "gate,Tor,,de,\n", encoding="utf-8")
    signatures += [checker.bitext(pair, glossary="terms.csv").signature, checker.bitext(pair).signature]
    assert len({str(signature.settings) for signature in signatures}) == 3
    with pytest.raises(GlossaryError):
        checker.bitext(pair, glossary="none.csv")
