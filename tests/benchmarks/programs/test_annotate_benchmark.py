"""The file that the benchmark of annotations makes, and its way of taking notes out."""

from __future__ import annotations

from benchmarks.programs.cost.annotate import made, without_notes


def test_the_file_is_the_same_on_every_run_and_notes_are_taken_out() -> None:
    text = made(40)
    assert text == made(40) and text.count("<trans-unit ") == 40
    noted = text.replace(
        "</target>\n",
        '</target>\n   <note from="checker" annotates="target">x</note>\n   <its:locQualityIssues xml:id="a">\n'
        "   </its:locQualityIssues>\n",
        1,
    ).replace("<target ", '<target xmlns:its="i" its:version="2.0" its:locQualityIssuesRef="#checker-1-1" ', 1)
    assert noted != text and without_notes(noted) == text
