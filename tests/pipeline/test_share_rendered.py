"""A translation that was broken off is never passed in silence, and every report says how much is rendered."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import checker
from checker.cli.main import main
from checker.model import Finding
from checker.pipeline.coverage import share_rendered
from checker.result import Result

SOURCE = (
    "The lighthouse on the northern cape was built in the summer of 1874.",
    "Its keeper lived alone with two goats and a parrot.",
    "Every evening he climbed one hundred and twelve steps.",
    "The lamp burned whale oil until electricity reached the island.",
    "In heavy fog the keeper rang a bronze bell.",
    "Sailors could hear the bell from four miles away.",
    "A storm destroyed the small harbour in the winter of 1911.",
    "The fishermen rebuilt it with stones from the old quarry.",
    "Today a museum shows letters and photographs of that time.",
    "Schools may visit the museum free of charge.",
    "The café sells soup, bread and apple cake.",
    "A ferry leaves the mainland every second hour.",
)
GERMAN = (
    "Der Leuchtturm am nördlichen Kap wurde im Sommer 1874 gebaut.",
    "Sein Wärter lebte allein mit zwei Ziegen und einem Papagei.",
    "Jeden Abend stieg er einhundertzwölf Stufen hinauf.",
    "Die Lampe brannte mit Walöl, bis der Strom die Insel erreichte.",
    "Bei dichtem Nebel läutete der Wärter eine Glocke aus Bronze.",
    "Seeleute konnten die Glocke aus vier Meilen Entfernung hören.",
    "Ein Sturm zerstörte im Winter 1911 den kleinen Hafen.",
    "Die Fischer bauten ihn mit Steinen aus dem alten Steinbruch wieder auf.",
    "Heute zeigt ein Museum Briefe und Fotografien aus jener Zeit.",
    "Schulen dürfen das Museum kostenlos besuchen.",
    "Das Café verkauft Suppe, Brot und Apfelkuchen.",
    "Eine Fähre verlässt das Festland alle zwei Stunden.",
)


def compared(kept: slice, **settings: object) -> Result:
    return checker.compare(" ".join(SOURCE), " ".join(GERMAN[kept]), **settings)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kept", "message", "note"),
    [
        (
            slice(0, 7),
            "nothing renders the last 5 of the 12 sentences",
            "7 of 12 sentences rendered; the last 5 are not",
        ),
        (slice(6, 12), "nothing renders the first 6 of the 12", "6 of 12 sentences rendered; the first 6 are not"),
        (slice(0, 9), "nothing renders the last 3 of the 12", "9 of 12 sentences rendered; the last 3 are not"),
        (slice(0, 4), "nothing renders the last 8 of the 12", "4 of 12 sentences rendered; the last 8 are not"),
    ],
)
def test_an_end_that_nothing_renders_is_one_finding(kept: slice, message: str, note: str) -> None:
    result = compared(kept)
    (finding,) = result.findings
    assert (finding.code, finding.probability) == ("OMI001", None) and message in finding.message
    assert any(note in said for said in result.documents[0].notes)
    (rendering,) = result.to_dict()["documents"][0]["renderings"]
    assert rendering["coverage"] == {"rendered": len(GERMAN[kept]), "of": len(SOURCE)}
    assert rendering["verdict"] == "omissions"


def test_a_passage_that_was_quoted_is_silent_but_its_share_is_said() -> None:
    result = compared(slice(4, 8))
    assert not result.findings
    assert any("4 of 12 sentences rendered" in note for note in result.documents[0].notes)
    (finding, *others) = compared(slice(4, 8), omissions="always").findings
    assert "the first 4" in finding.message and [one.code for one in others] == ["OMI001"]


def test_all_of_it_rendered_is_said_without_a_note() -> None:
    result = compared(slice(0, 12))
    assert not result.findings and not result.documents[0].notes
    assert "12 of 12 rendered" in str(result)


def test_an_excerpt_by_intention_is_silent(tmp_path: Path) -> None:
    source, target = tmp_path / "cape.en.txt", tmp_path / "cape.de.txt"
    source.write_text(" ".join(SOURCE), encoding="utf-8")
    target.write_text(" ".join(GERMAN[:6]), encoding="utf-8")
    names = ["compare", str(source), str(target), "--format", "json"]
    assert CliRunner().invoke(main, [*names, "--profile", "translator"]).exit_code == 1
    done = CliRunner().invoke(main, [*names, "--profile", "translator", "--excerpt"])
    (document,) = json.loads(done.stdout)["documents"]
    assert done.exit_code == 0 and document["renderings"][0]["coverage"] == {"rendered": 6, "of": 12}
    assert CliRunner().invoke(main, [*names, "--excerpt", "--omissions", "always"]).exit_code == 2


@pytest.mark.parametrize(
    ("indices", "of", "said"),
    [
        (range(25), 44, "25 of 44 sentences rendered; the last 19 are not"),
        (range(1, 9), 9, "8 of 9 sentences rendered; the first one is not"),
        ([0, 2, 4, 6, 8], 9, "5 of 9 sentences rendered"),
        ([], 3, "0 of 3 sentences rendered"),
    ],
)
def test_the_share_in_words(indices: list[int], of: int, said: str) -> None:
    assert share_rendered(set(indices), of) == said


def omitted(source: Sequence[str], target: Sequence[str], **settings: Any) -> list[Finding]:
    result = checker.compare(" ".join(source), " ".join(target), **settings)
    return [one for one in result.documents[0].findings if one.code == "OMI001"]


@pytest.mark.parametrize("many", [2, 3, 4, 6])
@pytest.mark.parametrize(("kept", "lacking"), [(slice(None, -1), -1), (slice(1, None), 0)])
def test_one_sentence_that_a_short_text_lacks_at_an_end_is_reported(many: int, kept: slice, lacking: int) -> None:
    [found] = omitted(SOURCE[:many], GERMAN[:many][kept])
    assert found.source[0].text == SOURCE[:many][lacking]
    assert omitted(SOURCE[:many], GERMAN[:many]) == []
    assert omitted(SOURCE[:many], GERMAN[:many][kept], omissions="never") == []


@pytest.mark.parametrize("many", [4, 5, 6])
def test_two_that_it_lacks_are(many: int) -> None:
    assert omitted(SOURCE[:many], GERMAN[: many - 2])[0].source[0].text == SOURCE[many - 2]


def test_a_headline_that_its_first_sentence_says_again_hides_no_missing_end() -> None:
    source = (
        "Man bitten by stray dog on his way home through Harwell Park",
        "A man has been bitten by a stray dog while he was walking home through Harwell Park.",
        "The man, a teacher in his fifties, was bitten in the arm near the north gate of Harwell Park.",
        "The dog ran away, and the man was taken to hospital.",
        "The police are looking for the dog.",
        "Whoever has seen the dog is asked to call the police.",
    )
    german = (
        "Mann auf dem Heimweg durch den Harwell Park von streunendem Hund gebissen",
        "Ein Mann ist auf dem Heimweg durch den Harwell Park von einem streunenden Hund gebissen worden.",
        "Der Mann, ein Lehrer in den Fünfzigern, wurde nahe dem Nordtor des Harwell Parks in den Arm gebissen.",
        "Der Hund lief davon, und der Mann wurde ins Krankenhaus gebracht.",
    )
    (found,) = checker.compare("\n\n".join(source), "\n\n".join(german)).findings
    assert (found.code, found.source[0].text) == ("OMI001", source[4])


def test_where_all_omissions_are_wanted_they_are_reported_of_what_shows_no_order() -> None:
    assert omitted(SOURCE[:3], GERMAN[1:2]) == []
    said = [one.message for one in omitted(SOURCE[:3], GERMAN[1:2], omissions="always")]
    assert said == [f"nothing renders the {which} of the 3 sentences of the original" for which in ("first", "last")]
    [found] = omitted(SOURCE[:3], [GERMAN[2], GERMAN[0]], omissions="always")
    assert found.message == "nothing renders sentence 2 of the 3 sentences of the original"


@pytest.mark.parametrize(
    ("put_in", "code"), [("Sie ist unschuldig.", "ADD001"), ("Liebe hilft.", "ADD001"), ("Er schwieg.", "QE001")]
)
def test_what_stands_around_a_short_sentence_tells_that_it_was_put_in_unless_it_is_too_close(
    put_in: str, code: str
) -> None:
    german = [*GERMAN[:5], put_in, *GERMAN[5:]]
    (found,) = checker.compare(" ".join(SOURCE), " ".join(german)).findings
    assert found.target is not None
    assert (found.code, found.target.text) == (code, put_in)
