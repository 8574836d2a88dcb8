"""Running heads of a document are not read as text of it; what a picture shows may be left out with it."""

from __future__ import annotations

from pathlib import Path

import pytest

import checker
from checker.model import Block, Document, Span
from checker.pipeline.site import without_heads


@pytest.mark.parametrize(
    ("head", "region", "is_read"),
    [
        ("Port Kelm News", "header", False),
        ("Page 4", "footer", False),
        ("This draft is confidential.", "header", True),
        ("Port Kelm News", "body", True),
    ],
)
def test_heads_and_feet_that_are_no_sentences_are_left_out(head: str, region: str, is_read: bool) -> None:
    text = f"{head}\nThe quay is closed."
    spans = Span(0, len(head)), Span(len(head) + 1, len(text))
    blocks = tuple(Block(span, "paragraph", name) for span, name in zip(spans, (region, "body"), strict=True))
    kept = without_heads(Document("a.pdf", text, blocks=blocks)).blocks
    assert kept == (blocks if is_read else blocks[1:])


def test_a_document_of_nothing_else_is_as_it_was() -> None:
    document = Document("a.pdf", "Page 4", blocks=(Block(Span(0, 6), "paragraph", "footer"),))
    assert without_heads(document) == document


FEEDING = (
    "# Feeding the bees\n\nBees need sugar water when it is cold. Put it close to the hive.\n\n{picture}"
    "Do not open the hive for longer than a minute. The brood must stay warm.\n"
)
FUTTER = (
    "# Bienen füttern\n\nBienen brauchen Zuckerwasser, wenn es kalt ist. Stellen Sie es nah an den Stock.\n\n{picture}"
    "Öffnen Sie den Stock nicht länger als eine Minute. Die Brut muss warm bleiben.\n"
)
SHOWN = "![A beekeeper pours syrup into a tray](b.png)\n\n"


@pytest.mark.parametrize(
    ("rendered", "codes"),
    [
        ("", []),  # the picture was left out, and with it what it shows
        ("![Eine Imkerin gießt Sirup in eine Schale](b.png)\n\n", []),
        ("![Der Bürgermeister eröffnet ein neues Schwimmbad](b.png)\n\n", ["ADD001"]),
    ],
)
def test_what_a_picture_shows_is_rendered_with_it_or_not_at_all(
    tmp_path: Path, rendered: str, codes: list[str]
) -> None:
    source, target = tmp_path / "bees.en.md", tmp_path / "bees.de.md"
    source.write_text(FEEDING.format(picture=SHOWN), encoding="utf-8")
    target.write_text(FUTTER.format(picture=rendered), encoding="utf-8")
    assert [finding.code for finding in checker.compare_files(source, target).findings] == codes
    all_of_it = checker.compare_files(source, target, omissions="always").findings
    assert ("OMI001" in [finding.code for finding in all_of_it]) is (not rendered)
