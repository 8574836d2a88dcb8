"""Archives and questions cut from parallel text: every question's sentences are where it says they are."""

from __future__ import annotations

import lzma
from pathlib import Path

import numpy as np
import pytest

from training.archive.cases import MAX_LINES, MIN_LINES, Said, cases, documents, held_out_text, in_the_way
from training.heldout import BLOCK, ONE_IN, key

GROUPS = {
    language: [
        (1.0, tuple((f"English {g} {k:02d}.", f"{language} {g} {k:02d}.") for k in range(30))) for g in range(begin, 24)
    ]
    for language, begin in (("ro", 0), ("de", 12))
}


def test_no_english_sentence_is_in_two_documents() -> None:
    found = documents(GROUPS, np.random.default_rng(0))
    english = [line for _, lines in found for line, _ in lines]
    assert len(english) == len(set(english)) > 400
    assert all(MIN_LINES <= len(lines) <= MAX_LINES for _, lines in found)
    assert {language for language, _ in found} == {"ro", "de"}


def test_questions_name_the_sentences_they_render_and_half_have_none() -> None:
    found = list(cases(GROUPS, np.random.default_rng(1), questions=10))
    assert {len(set(case.versions)) for case in found} > {1, 2, 4, 8}
    for case in found:
        for question in case.questions:
            assert len(question.texts) == len(question.sources)
            assert question.originals == {number for number, _ in question.sources if number >= 0}
            for text, (number, line) in zip(question.texts, question.sources, strict=True):
                if number >= 0:
                    assert case.originals[number][line] == text.replace(text.split()[0], "English")
                else:
                    assert text.replace(text.split()[0], "English") not in {
                        line for original in case.originals for line in original
                    }
        for number, version in enumerate(case.versions):
            assert set(case.originals[number]) <= set(case.originals[version])
            assert (number == version) == (len(case.originals[number]) == len(case.originals[version]))
    answered = [bool(question.originals) for case in found for question in case.questions]
    assert 0.45 <= np.mean(answered) <= 0.6
    assert any(len(case.versions) > len(set(case.versions)) for case in found)


def test_what_is_said_again_in_other_words_order_or_pieces_is_known() -> None:
    said = Said()
    said.add("The ferries stayed in the harbour until the storm was over, said the captain.")
    assert said.has("the ferries stayed in the harbour until the storm was over")
    assert said.has("On Monday the ferries stayed in the harbour until the storm had gone.")
    assert not said.has("The captain said that no ferry would leave in such a storm.")
    assert not said.has("Yes.")
    said.add("Yes.")
    assert said.has("Yes!")
    said.add_whole("Vaporetele au ramas in port.")
    assert said.has_whole("Vaporetele au ramas, in port")
    assert not said.has_whole("Vaporetele au ramas")


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """Romanian and German news: one block is held out, and a text of it was put into English twice."""
    (tmp_path / "sentences").mkdir()
    blocks = [number for number in range(20_000) if key(f"Block {number}.") % (BLOCK * ONE_IN) == 0][:2]
    others = [number for number in range(20_000) if key(f"Block {number}.") % (BLOCK * ONE_IN) == BLOCK][:2]
    held = [f"Block {blocks[0]}.", "The minister went to see the flooded villages on Monday.", "Nobody was hurt there."]
    free = [f"Block {others[0]}.", *(f"Line {k} of what anybody may read in a paper." for k in range(40))]
    free = [line for line in free if key(line) % BLOCK or line.startswith("Block")]
    rows = [("wmt-newstest", line, f"ro {line}") for line in (*held, *free)]
    again = ("wmt-newstest", "On Monday, he visited places that were under water.", f"ro {held[1]}")
    with lzma.open(tmp_path / "sentences" / "ro.tsv.xz", "wt", encoding="utf-8") as file:
        file.writelines("\t".join(row) + "\n" for row in (*rows, again))
    with lzma.open(tmp_path / "sentences" / "zz.tsv.xz", "wt", encoding="utf-8") as file:
        file.writelines("\t".join((source, line, f"zz {line}")) + "\n" for source, line, _ in rows)
    return tmp_path


def test_nothing_that_is_asked_about_is_in_the_way(corpora: Path) -> None:
    texts = list(in_the_way(corpora, held_out_text(corpora)))
    lines = [line for text in texts for line in text]
    assert len(lines) == len(set(lines)) > 60
    assert any(line.startswith("ro ") for line in lines)
    assert not any(line.startswith("zz ") for line in lines)  # only half of the languages are originals too
    assert not any("minister" in line or "under water" in line or "hurt" in line for line in lines)
