"""Archives and questions cut from parallel text: every question's sentences are where it says they are."""

from __future__ import annotations

import numpy as np

from training.archive_cases import MAX_LINES, MIN_LINES, cases, documents

GROUPS = {
    language: [(1.0, tuple((f"English {g} {k}.", f"{language} {g} {k}.") for k in range(30))) for g in range(begin, 24)]
    for language, begin in (("ro", 0), ("de", 12))
}


def test_no_english_sentence_is_in_two_documents() -> None:
    found = documents(GROUPS, np.random.default_rng(0))
    english = [line for _, lines in found for line, _ in lines]
    assert len(english) == len(set(english)) > 400
    assert all(MIN_LINES <= len(lines) <= MAX_LINES for _, lines in found)
    assert {language for language, _ in found} == {"ro", "de"}


def test_questions_name_the_sentences_they_render_and_half_have_none() -> None:
    others = [("Somebody else wrote this.",)]
    found = list(cases(GROUPS, others, np.random.default_rng(1), questions=10))
    assert {len(case.originals) for case in found} > {1, 2, 4, 8}
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
        answered = [bool(question.originals) for question in case.questions]
        assert 0.4 <= np.mean(answered) <= 0.6 or len(answered) < 10
