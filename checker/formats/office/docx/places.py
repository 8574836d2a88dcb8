"""Where in a part of a DOCX file its paragraphs stand: paragraphs, tables and text boxes counted as they come."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class DocxParagraph:
    """A paragraph as far as it was read; ``first_piece`` is how many pieces there were before it began."""

    first_piece: int
    texts: list[str] = field(default_factory=list)
    style: str = ""
    kind: str = ""
    ends: bool = True
    """False where its end is deleted: it goes on in the next one."""


@dataclass(slots=True)
class _Table:
    number: int
    row: int = 0
    column: int = 0
    following: int = 1
    """The column of the next cell."""
    row_dropped: bool = False
    cell_dropped: bool = False


@dataclass(slots=True)
class _Place:
    """The body, a note, or a text box: paragraphs do not run from one into another."""

    location: str = ""
    tables: list[_Table] = field(default_factory=list)
    carried: DocxParagraph | None = None


class Places:
    """The places that are open, the innermost last; ``location`` is that of everything, if it has one."""

    def __init__(self, location: str = "") -> None:
        self._open = [_Place(location)]
        self._numbers: Counter[str] = Counter()

    @property
    def is_dropped(self) -> bool:
        """Whether this is in a row or cell that is deleted or hidden."""
        return any(table.row_dropped or table.cell_dropped for place in self._open for table in place.tables)

    @property
    def in_table(self) -> bool:
        return bool(self._open[-1].tables) and not self._open[-1].location

    def location(self) -> str:
        """The location of a paragraph that ends here, which is counted."""
        here = self._open[-1]
        if here.location:
            return here.location
        if here.tables:
            table = here.tables[-1]
            return f"table {table.number}, row {table.row}, column {table.column}"
        return self._numbered("paragraph")

    def carry(self, paragraph: DocxParagraph | None) -> DocxParagraph | None:
        """Keep a paragraph that goes on in the next one of this place, or None; what was kept before."""
        kept, self._open[-1].carried = self._open[-1].carried, paragraph
        return kept

    def enter_box(self) -> None:
        self.enter(self._open[0].location or self._numbered("text box"))

    def enter(self, location: str) -> None:
        self._open.append(_Place(location))

    def leave(self) -> None:
        self._open.pop()

    def enter_table(self) -> None:
        self._numbers["table"] += 1
        self._open[-1].tables.append(_Table(self._numbers["table"]))

    def leave_table(self) -> None:
        if self._table is not None:
            self._open[-1].tables.pop()

    def enter_row(self) -> None:
        if (table := self._table) is not None:
            table.row, table.column, table.following, table.row_dropped = table.row + 1, 0, 1, False

    def enter_cell(self) -> None:
        if (table := self._table) is not None:
            table.column, table.following, table.cell_dropped = table.following, table.following + 1, False

    def widen_cell(self, columns: int) -> None:
        if (table := self._table) is not None:
            table.following = table.column + columns

    def drop_row(self) -> None:
        if (table := self._table) is not None:
            table.row_dropped = True

    def drop_cell(self) -> None:
        if (table := self._table) is not None:
            table.cell_dropped = True

    @property
    def _table(self) -> _Table | None:
        return self._open[-1].tables[-1] if self._open[-1].tables else None

    def _numbered(self, what: str) -> str:
        self._numbers[what] += 1
        return f"{what} {self._numbers[what]}"
