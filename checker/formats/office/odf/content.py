"""The text of an OpenDocument file's content, as a reader sees it who accepts its tracked changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from checker.errors import InputError
from checker.formats.office.package import Package
from checker.formats.pieces import Piece
from checker.formats.xml.events import Attributes

_URI = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
TEXT, TABLE, OFFICE = (f"{{{_URI.format(name)}}}" for name in ("text", "table", "office"))
_LEFT_OUT = frozenset(
    (
        *(f"{TEXT}tracked-changes", f"{TEXT}note-citation", f"{TEXT}ruby-text", f"{TEXT}sequence-decls"),
        *(f"{OFFICE}forms", f"{OFFICE}scripts", f"{OFFICE}font-face-decls", f"{OFFICE}automatic-styles"),
        *(f"{TABLE}shapes", f"{TABLE}content-validations", f"{TABLE}tracked-changes"),
        *("{http://purl.org/dc/elements/1.1/}creator", "{http://purl.org/dc/elements/1.1/}date"),
    )
)
_PARAGRAPHS = {f"{TEXT}p": "", f"{TEXT}h": "heading"}
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_ELSEWHERE = {f"{TEXT}note": "note", f"{OFFICE}annotation": "comment"}
ROWS, COLUMNS, BLANKS = 1 << 21, 1 << 12, 100
"""How often a row, a cell or a blank is repeated at most, whatever a file says: bounds."""


@dataclass(slots=True)
class _OpenTable:
    number: int
    row: int = 0
    column: int = 0
    following: int = 1


@dataclass(slots=True)
class _OpenParagraph:
    kind: str
    texts: list[str] = field(default_factory=list)


class Content:
    """What expat tells of ``content.xml``.  ``pieces`` has the text of the body, notes and comments after it."""

    def __init__(self) -> None:
        self._body: list[Piece] = []
        self._after: list[Piece] = []
        self._open: list[_OpenParagraph] = []
        self._tables: list[_OpenTable] = []
        self._around: list[tuple[str, str]] = []  # region and location of the notes and comments that are open
        self._numbers: dict[str, int] = {}
        self._lists = 0

    @property
    def pieces(self) -> list[Piece]:
        return [*self._body, *self._after]

    def start(self, name: str, attributes: Attributes) -> bool:
        if name in _LEFT_OUT:
            return False
        if name in _PARAGRAPHS:
            self._open.append(_OpenParagraph(_PARAGRAPHS[name] or ("item" if self._lists else "paragraph")))
        elif name in _ELSEWHERE:
            region = _ELSEWHERE[name]
            label = attributes.get(f"{TEXT}note-class", region) if region == "note" else region
            self._around.append((region, f"{label} {self._count(label)}"))
        elif (act := _STARTS.get(name)) is not None:
            act(self, attributes)
        return True

    def end(self, name: str) -> None:
        if name in _PARAGRAPHS and self._open:
            self._emit(self._open.pop())
        elif name in _ELSEWHERE:
            self._around.pop()
        elif name == f"{TEXT}list":
            self._lists -= 1
        elif name == f"{TABLE}table":
            self._tables.pop()

    def text(self, text: str) -> None:
        if self._open:
            self._open[-1].texts.append(text.replace("\n", " ").replace("\u00ad", ""))

    def add(self, text: str) -> None:
        if self._open:
            self._open[-1].texts.append(text)

    def blanks(self, attributes: Attributes) -> None:
        self.add(" " * repeated(attributes, f"{TEXT}c", BLANKS))

    def enter_list(self) -> None:
        self._lists += 1

    def enter_table(self) -> None:
        self._tables.append(_OpenTable(self._count("table")))

    def enter_row(self, attributes: Attributes) -> None:
        if self._tables:
            table = self._tables[-1]
            table.row += repeated(attributes, f"{TABLE}number-rows-repeated", ROWS)
            table.column, table.following = 0, 1

    def enter_cell(self, attributes: Attributes) -> None:
        if self._tables:
            table = self._tables[-1]
            table.column = table.following
            table.following += repeated(attributes, f"{TABLE}number-columns-repeated", COLUMNS)

    def _count(self, label: str) -> int:
        self._numbers[label] = self._numbers.get(label, 0) + 1
        return self._numbers[label]

    def _emit(self, paragraph: _OpenParagraph) -> None:
        text = "".join(paragraph.texts)
        if not text.strip():
            return
        if self._around:
            region, location = self._around[-1]
            self._after.append(Piece(text, "paragraph", region, location))
        elif self._tables:
            table = self._tables[-1]
            place = f"table {table.number}, row {table.row}, column {table.column}"
            self._body.append(Piece(text, "cell", location=place))
        else:
            self._body.append(Piece(text, paragraph.kind, location=f"paragraph {self._count('paragraph')}"))


_STARTS: dict[str, Callable[[Content, Attributes], object]] = {
    f"{TEXT}s": Content.blanks,
    f"{TEXT}tab": lambda content, _: content.add("\t"),
    f"{TEXT}line-break": lambda content, _: content.add("\n"),
    f"{TEXT}list": lambda content, _: content.enter_list(),
    f"{TABLE}table": lambda content, _: content.enter_table(),
    f"{TABLE}table-row": Content.enter_row,
    **dict.fromkeys(_CELLS, Content.enter_cell),
}


def repeated(attributes: Attributes, name: str, most: int) -> int:
    """How often something stands there, at most ``most`` times."""
    count = attributes.get(name, "1")
    return min(int(count), most) if count.isdecimal() and len(count) < 9 and int(count) else 1


def content_of(path: str, package: Package, what: str) -> str:
    """The part with the content.  Raises ``InputError`` where there is none, or it is encrypted."""
    if "content.xml" not in package:
        raise InputError(f"{path}: this is no {what} file, whatever it is called", "check that this is the right file")
    return "content.xml"
