"""Files that were made to do harm: each is checked or refused in one sentence, and the next is checked."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from site_client import MIXED, Visitor, visitor

sys.path.append(str(Path(__file__).parents[1] / "hostile"))
from corpus import Hostile, corpus

__all__ = ["visitor"]

WAYS = ("empty", "nul", "third", "noise", "noise-after", "gzip", "steering", "surrogates", "combining", "line")
"""Of the ways in which the corpus hurts a file of every kind; ``tests/hostile`` has them all."""

FILES = [one for one in corpus() if one.role in ("document", "segments")]


def of_way(way: str) -> list[Hostile]:
    return [one for one in FILES if one.name.startswith(f"{way}.")]


COSTLY = list({Path(one.name).suffix: one for one in FILES if one.name.startswith("costly-")}.values())
"""One of each format, of those that are costly to read."""


@pytest.mark.parametrize("files", [*map(of_way, WAYS), COSTLY], ids=[*WAYS, "costly"])
def test_every_file_is_checked_or_refused_in_a_sentence(visitor: Visitor, files: list[Hostile]) -> None:
    assert files
    for hostile in files:
        answer = visitor.check(text_file=(hostile.name, hostile.data))
        assert answer.status_code == 200, hostile.name
        assert "\x1b" not in answer.text and "\u202e" not in answer.text
        for said in re.findall(r'<p class="notice" role="alert">([^<]*)</p>', answer.text):
            assert said.endswith((".", "?")) and len(said) < 600, (hostile.name, said)
            assert "--" not in said and "`checker" not in said, (hostile.name, said)
            assert "internal error" not in said and "ended without an answer" not in said, (hostile.name, said)
    assert 'class="finding ' in visitor.check(text=MIXED).text


@pytest.mark.parametrize(
    "text",
    [
        "</textarea><script>document.title = 'run'</script>",
        "<img src=x onerror=\"document.title='run'\">",
        "\"><script>document.title = 'run'</script>",
        "{{7*7}} ${7*7} <%= 7*7 %>",
    ],
)
def test_nothing_of_a_text_becomes_markup(visitor: Visitor, text: str) -> None:
    answer = visitor.check(text=f"{MIXED}\n{text}\n")
    again = visitor.open(f"/?again={answer.url.path.rpartition('/')[2]}")
    for page in (answer.text, again):
        assert "document.title = 'run'</script>" not in page and "<img" not in page
    assert text in re.sub("&(lt|gt|quot|#x27|amp);", lambda found: ENTITIES[found[1]], again)


ENTITIES = {"lt": "<", "gt": ">", "quot": '"', "#x27": "'", "amp": "&"}
