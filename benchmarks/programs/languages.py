"""``python -m benchmarks languages GOLD [--out FILE]``: language identification and finding renderings, measured.

GOLD is a folder of JSON Lines files, one a language, each row a document with ``kind``, ``src`` (English sentences)
and ``tgt`` (a list of {"tgt": sentence}).  The sentences of the documents of kind "clean" are given, one by one, to
this package, to langdetect as it comes (seed 0) and to py3langid where it is installed, all in one run: whole, their
first 40 characters, without diacritics, in capitals.  Renderings are looked for in documents made by program
(``mixed_documents``).
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.lib.tags import tag
from benchmarks.programs import mixed_documents
from benchmarks.programs.mixed_documents import strip_marks
from checker.evidence.calibration.measures import calibration_error
from checker.text.languages.identify import identify_each
from checker.text.languages.known import UNDETERMINED

FORMS: dict[str, Callable[[str], str]] = {
    "whole": lambda text: text,
    "40 characters": lambda text: text[:40],
    "stripped": strip_marks,
    "stripped, 40 characters": lambda text: strip_marks(text)[:40],
    "capitals": str.upper,
}
FOREIGN_SENTENCES = 300
"""Sentences a language; of English all are used."""

BINS = 15

Identify = Callable[[Sequence[str]], list[str]]
Figures = dict[str, Any]


def ours(texts: Sequence[str]) -> list[str]:
    """This package."""
    return [guess.language for guess in identify_each(texts)]


def langdetect_as_it_comes() -> Identify:
    """langdetect with its seed set, which makes it repeatable."""
    from langdetect import DetectorFactory, LangDetectException, detect

    DetectorFactory.seed = 0
    names = {"zh-cn": "zh", "zh-tw": "zh-Hant"}

    def one(text: str) -> str:
        try:
            found = str(detect(text))
        except LangDetectException:
            return UNDETERMINED
        return names.get(found, found)

    return lambda texts: [one(text) for text in texts]


def py3langid_as_it_comes() -> Identify:
    """py3langid, which has one name for both kinds of Chinese."""
    from py3langid import classify

    return lambda texts: [str(classify(text)[0]) for text in texts]


def tools() -> dict[str, Identify]:
    """What is compared, by name and version."""
    found = {"checker": ours, f"langdetect {version('langdetect')}, seed 0": langdetect_as_it_comes()}
    if find_spec("py3langid") is not None:
        found[f"py3langid {version('py3langid')}"] = py3langid_as_it_comes()
    return found


def sentences(folder: Path) -> dict[str, list[str]]:
    """Sentences by language (BCP 47): all English ones, a sample of the others spread over the documents."""
    found: dict[str, list[str]] = {}
    english: dict[str, None] = {}
    for path in sorted(folder.glob("*.jsonl")):
        rows = list(mixed_documents.rows(path))
        english.update((sentence, None) for source, _ in rows for sentence in source)
        foreign = [sentence for _, target in rows for sentence in target]
        step = max(1, len(foreign) // FOREIGN_SENTENCES)
        found[tag(path.stem)] = foreign[::step][:FOREIGN_SENTENCES]
    return {"en": list(english), **dict(sorted(found.items()))}


def identification(identify: Identify, texts: Mapping[str, Sequence[str]]) -> Figures:
    """Accuracy (mean over languages), errors about English, accuracy by language, sentences a CPU-second."""
    accuracy: dict[str, float] = {}
    english_called_foreign = called_english = foreign = total = 0
    began = time.process_time()
    for language, given in texts.items():
        answers = identify(given)
        total += len(given)
        accuracy[language] = sum(answer == language for answer in answers) / len(given)
        if language == "en":
            english_called_foreign = sum(answer not in ("en", UNDETERMINED) for answer in answers)
        else:
            called_english += sum(answer == "en" for answer in answers)
            foreign += len(given)
    seconds = time.process_time() - began
    return {
        "accuracy": round(sum(accuracy.values()) / len(accuracy), 4),
        "english_called_foreign": round(english_called_foreign / len(texts["en"]), 5),
        "foreign_called_english": round(called_english / foreign, 5),
        "sentences_a_second": round(total / seconds, -2),
        "by_language": {language: round(value, 4) for language, value in accuracy.items()},
    }


def calibration(texts: Mapping[str, Sequence[str]]) -> Figures:
    """Expected calibration error (Guo et al. 2017, ``BINS`` equal bins) of this package's probabilities."""
    pairs = [
        (guess.probability, guess.language == language)
        for language, given in texts.items()
        for guess in identify_each(given)
    ]
    error = calibration_error([p for p, _ in pairs], [right for _, right in pairs], bins=BINS)
    return {"expected_calibration_error": round(error, 4), "sentences": len(pairs)}


def renderings(folder: Path) -> Figures:
    """Finding the rendering in documents made by program, and what is found where there is none."""
    paths = sorted(folder.glob("*.jsonl"))
    found = {tag(path.stem): path for path in paths}
    measured = {language: mixed_documents.measure(path, language) for language, path in sorted(found.items())}
    side_by_side = [
        mixed_documents.measure(path, language, mixed_documents.side_by_side) for language, path in found.items()
    ]
    originals = [mixed_documents.without_original(path) for path in paths]
    documents, alarms, sentences_called_foreign = mixed_documents.false_alarms(paths[0])
    f1 = {language: figures.f1 for language, figures in measured.items()}
    return {
        "documents": sum(figures.documents for figures in measured.values()),
        "exactly_one_and_right": sum(figures.right for figures in measured.values()),
        "f1_mean": round(sum(f1.values()) / len(f1), 4),
        "f1_worst": round(min(f1.values()), 4),
        "worst_language": min(f1, key=f1.__getitem__),
        "by_language": {language: round(value, 4) for language, value in f1.items()},
        "side_by_side_documents": sum(figures.documents for figures in side_by_side),
        "side_by_side_exactly_one_and_right": sum(figures.right for figures in side_by_side),
        "side_by_side_f1_mean": round(sum(figures.f1 for figures in side_by_side) / len(side_by_side), 4),
        "side_by_side_f1_worst": round(min(figures.f1 for figures in side_by_side), 4),
        "english_documents": documents,
        "english_documents_with_a_rendering": alarms,
        "english_sentences_called_foreign": sentences_called_foreign,
        "translations_alone": sum(count for count, _ in originals),
        "translations_alone_with_an_original": sum(seen for _, seen in originals),
    }


def measure(folder: Path) -> Figures:
    """Everything, in one run."""
    given = sentences(folder)
    forms = {
        name: {code: [form(text) for text in texts] for code, texts in given.items()} for name, form in FORMS.items()
    }
    return {
        "languages": len(given),
        "sentences": {"en": len(given["en"]), "each of the others": FOREIGN_SENTENCES},
        "identification": {
            tool: {name: identification(identify, texts) for name, texts in forms.items()}
            for tool, identify in tools().items()
        },
        "calibration": {name: calibration(texts) for name, texts in forms.items()},
        "renderings": renderings(folder),
    }


def tables(figures: Figures) -> dict[str, str]:
    """The tables of the figures by name, as Markdown."""
    tools_measured = figures["identification"]
    rows = [["tool", "text", "accuracy", "English called foreign", "foreign called English", "sentences/s"]]
    for tool, by_form in tools_measured.items():
        for form, one in by_form.items():
            errors = (one["english_called_foreign"], one["foreign_called_english"])
            percents = [f"{100 * value:.2f} %" for value in errors]
            rows.append([tool, form, f"{one['accuracy']:.4f}", *percents, f"{one['sentences_a_second']:,.0f}"])
    languages = next(iter(tools_measured.values()))["whole"]["by_language"]
    header = [f"{tool.split()[0]}, {form}" for tool in tools_measured for form in ("whole", "40 characters")]
    by_language = [["language", *header, "rendering F1"]]
    found = figures["renderings"]
    for language in languages:
        cells = [
            f"{by_form[form]['by_language'][language]:.3f}"
            for by_form in tools_measured.values()
            for form in ("whole", "40 characters")
        ]
        f1 = found["by_language"].get(language)
        by_language.append([language, *cells, "" if f1 is None else f"{f1:.4f}"])
    calibrated = [["text", "expected calibration error"]]
    calibrated += [[form, f"{one['expected_calibration_error']:.4f}"] for form, one in figures["calibration"].items()]
    documents = [
        ["documents", "result"],
        [
            f"{found['documents']} articles with a comment",
            f"{found['exactly_one_and_right']} with exactly that rendering, character F1 {found['f1_mean']:.4f},"
            f" worst {found['f1_worst']:.4f} ({found['worst_language']})",
        ],
        [
            f"{found['side_by_side_documents']} articles and translations, paragraph by paragraph",
            f"{found['side_by_side_exactly_one_and_right']} with exactly one rendering,"
            f" character F1 {found['side_by_side_f1_mean']:.4f}, worst {found['side_by_side_f1_worst']:.4f}",
        ],
        [
            f"{found['english_documents']} articles alone",
            f"{found['english_documents_with_a_rendering']} with a rendering,"
            f" {found['english_sentences_called_foreign']} sentences called foreign",
        ],
        [
            f"{found['translations_alone']} translations alone",
            f"{found['translations_alone_with_an_original']} with an original",
        ],
    ]
    return {
        "identification": _markdown(rows),
        "calibration": _markdown(calibrated),
        "renderings": _markdown(documents),
        "by language": _markdown(by_language),
    }


def _markdown(rows: Sequence[Sequence[str]]) -> str:
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([head, "|" + "---|" * len(rows[0]), *body])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, default=None, metavar="FILE", help="write every figure as JSON")
    options = parser.parse_args()
    figures = measure(options.gold)
    for table in tables(figures).values():
        print(table, end="\n\n")
    if options.out is not None:
        options.out.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
