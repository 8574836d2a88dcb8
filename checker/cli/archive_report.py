"""What ``checker archive search`` found, for people and for programs."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from checker.archive import Archive, OriginalMatch
from checker.archive.sentences import asked_of
from checker.errors import EmptyError
from checker.model import Document
from checker.printable import printable
from checker.report.json import dumps
from checker.report.layout import chance

SCHEMA = "checker-archive/1"
NOT_CALIBRATED = "probabilities were fitted for the embedded model, not for this one"
_SHOWN = 3
_WIDEST = 100

Answer = dict[str, Any]


def found_in(archive: Archive, document: Document) -> Answer:
    """The originals of a document, of its renderings if it is mixed, with the sentences on both sides.  Raises
    ``EmptyError``.
    """
    asked = asked_of(document)
    if not asked.texts:
        raise EmptyError(f"{document.path}: there are no sentences in it", "check that this is the right file")
    found = archive.search(asked.texts)
    places = [document.line_and_column(span.start)[0] for span in asked.spans]
    return {
        "path": document.path,
        "error": None,
        "sentences": len(asked.texts),
        "p_none": found.p_none,
        "undetermined": found.is_undetermined,
        "calibrated": found.calibrated,
        "originals": [_original(archive, match, asked.texts, places) for match in found.originals],
    }


def _original(archive: Archive, match: OriginalMatch, texts: Sequence[str], lines: Sequence[int]) -> Answer:
    original = match.original
    document, spans = archive.document(original.id), archive.sentence_spans(original.id)
    return {
        "id": original.id,
        "path": original.path,
        "language": original.language,
        "sentences": original.sentences,
        "probability": match.probability,
        "share": match.share,
        "passages": [
            {"start": passage.start, "end": passage.end, "line": lines[passage.start]} for passage in match.passages
        ],
        "matches": [
            {
                "sentence": one.sentence,
                "line": lines[one.sentence],
                "text": texts[one.sentence],
                "original_sentence": one.original_sentence,
                "original_line": document.line_and_column(spans[one.original_sentence].start)[0],
                "original_text": " ".join(spans[one.original_sentence].of(document.view).split()),
                "similarity": one.similarity,
                "probability": one.probability,
            }
            for one in match.matches
        ],
    }


def as_json(archive: Archive, answers: Sequence[Answer]) -> str:
    """All answers as one JSON object."""
    info = archive.info()
    about = {
        "path": info.path,
        "model": info.model,
        "model_sha256": info.revision,
        "originals": info.originals,
        "sentences": info.sentences,
    }
    found = {"schema": SCHEMA, "archive": about, "documents": list(answers)}
    return dumps(found) + "\n"


def as_text(answers: Sequence[Answer]) -> str:
    """All answers for a reader: each document, its originals, and the sentences that say most for them."""
    return "".join(_document(answer) for answer in answers if not answer["error"])


def _document(answer: Answer) -> str:
    lines = [f"{shown(answer['path'])}   {_count(answer['sentences'], 'sentence')}"]
    for original in answer["originals"]:
        matches = original["matches"]
        lines.append(
            f"  {_percent(original['probability'])}  {shown(original['path'])}   {printable(original['language'])}, "
            f"{_count(original['sentences'], 'sentence')}; {len(matches)} of {answer['sentences']} drawn from it"
            f"{_passages(original, answer['sentences'])}   id {original['id']}"
        )
        best = sorted(matches, key=lambda match: (-match["probability"], -match["similarity"], match["sentence"]))
        for match in sorted(best[:_SHOWN], key=lambda match: match["sentence"]):
            lines.append(f"        line {match['line']}: {_cut(match['text'])}")
            lines.append(f"          <- line {match['original_line']}: {_cut(match['original_text'])}")
    lines.append(f"  {_percent(answer['p_none'])}  none of the originals in the archive")
    if answer["undetermined"]:
        lines.append(f"  cannot tell: {_count(answer['sentences'], 'sentence')} say too little")
    if not answer["calibrated"]:
        lines.append(f"  note: {NOT_CALIBRATED}")
    return "\n".join(lines) + "\n\n"


def _passages(original: Answer, count: int) -> str:
    found = original["passages"]
    if not found or (len(found) == 1 and found[0]["end"] - found[0]["start"] == count):
        return ""
    said = ", ".join(f"{one['start'] + 1}-{one['end']}" for one in found[:5])
    return f" (sentences {said}{', ...' if len(found) > 5 else ''})"


def _percent(value: float) -> str:
    return f"{chance(value):>9}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _cut(text: str) -> str:
    return printable(text if len(text) <= _WIDEST else text[: _WIDEST - 3].rstrip() + "...")


def shown(path: str) -> str:
    """A path as a reader wants it: short where it is below this folder, nothing in it that a terminal would obey."""
    return printable(path.removeprefix(os.getcwd() + os.sep))
