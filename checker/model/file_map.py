"""Where text that was taken out of a file stands in that file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileMap:
    """The way from offsets into a document's own text to lines and columns of its file.

    The own text from ``own[k]`` up to ``own[k + 1]`` stands in the text of the file from ``in_file[k]`` on, character
    by character; where the own text has more of them (a space that stands for none, a letter written as ``&eacute;``)
    the place is the last one before ``in_file[k + 1]``.  ``own`` begins with 0 and ascends; ``in_file`` goes back where
    a text was moved, such as a caption.  ``line_starts`` are the offsets in the file at which lines begin.
    """

    own: Sequence[int]
    in_file: Sequence[int]
    line_starts: Sequence[int]

    def __post_init__(self) -> None:
        if len(self.own) != len(self.in_file) or not self.own or self.own[0] != 0 or not self.line_starts:
            raise ValueError("a map of a file needs as many places as offsets, of which the first is 0")

    def offset_in_file(self, offset: int) -> int:
        """Where in the text of the file the own text at ``offset`` stands, in code points."""
        run = bisect_right(self.own, offset) - 1
        place = self.in_file[run] + offset - self.own[run]
        if run + 1 < len(self.own) and self.in_file[run] < self.in_file[run + 1]:
            return min(place, self.in_file[run + 1] - 1)
        return place

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """The line and column of the file, both counted from 1, of an offset into the own text."""
        return line_and_column(self.line_starts, self.offset_in_file(offset))


def line_and_column(line_starts: Sequence[int], offset: int) -> tuple[int, int]:
    """The line and column, both counted from 1, of an offset into text with lines that begin there."""
    line = bisect_right(line_starts, offset)
    return line, offset - line_starts[line - 1] + 1


def line_starts(text: str) -> list[int]:
    """The offsets at which the lines of ``text`` begin; a line ends with a line feed."""
    starts = [0]
    position = text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return starts
