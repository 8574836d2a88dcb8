"""The parts of an XLSX file around its sheets: their names, the texts stored for all of them, number formats."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from checker.errors import InputError
from checker.formats.office.package import Package
from checker.formats.office.xlsx.numbers import BUILT_IN, GENERAL
from checker.formats.office.xlsx.sheet import Sheet, SheetReader, Values, unescaped
from checker.formats.xml.events import Attributes

_MOST_REPEATED = 8
_LEAST_ROOM = 1 << 20
"""Characters in cells for each byte that the package unpacks to, since texts are stored once for all cells that hold
them, and what is allowed in any case.  Bounds of memory; chosen."""

_OTHERS = {"word": "a DOCX", "ppt": "a PPTX"}


@dataclass(frozen=True, slots=True)
class SheetName:
    """A sheet as the workbook lists it, and the part that holds it."""

    name: str
    part: str
    hidden: bool


class Book:
    """An XLSX file.  Raises ``InputError`` leaves, here and in its methods."""

    def __init__(self, path: str, data: bytes) -> None:
        self._path, self._said = path, 0
        self._package = Package(path, data, "XLSX")
        main = self._package.main_part
        for root, name in _OTHERS.items():
            if main.startswith(f"{root}/"):
                raise InputError(f"{path}: this is {name} file, not an XLSX", f"call it .{name[-4:].lower()}")
        if main.endswith(".bin"):
            raise InputError(f"{path}: in the binary format of workbooks (XLSB)", "save it as XLSX")
        self._related = self._package.related(main)
        workbook = _Workbook()
        self._package.walk(main, workbook)
        self._from_1904 = workbook.from_1904
        self.sheets = tuple(
            SheetName(name, self._related[id_].target, hidden)
            for name, id_, hidden in workbook.sheets
            if id_ in self._related and self._related[id_].kind == "worksheet"
        )
        if not self.sheets:
            raise InputError(f"{path}: there is no sheet of cells in it", "check that this is the right file")

    def read(self, sheet: SheetName, most_rows: int) -> Sheet:
        """The cells of a sheet of at most ``most_rows`` rows that hold something."""
        reader = SheetReader(self._values, most_rows, self._room)
        self._package.walk(sheet.part, reader)
        self._said += reader.characters
        return reader.sheet

    def _room(self) -> int:
        """Characters that the cells of one sheet more may hold."""
        return max(_LEAST_ROOM, _MOST_REPEATED * self._package.unpacked) - self._said

    @cached_property
    def _values(self) -> Values:
        texts, styles = _Texts(), _Formats()
        for relationship in self._related.values():
            if relationship.target in self._package:
                if relationship.kind == "sharedStrings":
                    self._package.walk(relationship.target, texts)
                elif relationship.kind == "styles":
                    self._package.walk(relationship.target, styles)
        return Values(texts.found, styles.found, self._from_1904)


class _Workbook:
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: Attributes) -> bool:
        if name == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), attributes.get("r:id", ""), hidden))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904") in ("1", "true")
        return True

    def end(self, name: str) -> None: ...

    def text(self, text: str) -> None: ...


class _Texts:
    """The texts that cells refer to by number, without the readings above them."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._parts: list[str] = []
        self._in_text = False

    def start(self, name: str, _attributes: Attributes) -> bool:
        if name == "si":
            self._parts = []
        self._in_text = name == "t"
        return name != "rPh"

    def end(self, name: str) -> None:
        self._in_text = False
        if name == "si":
            self.found.append(unescaped("".join(self._parts)))

    def text(self, text: str) -> None:
        if self._in_text:
            self._parts.append(text)


class _Formats:
    """The number format of each style that cells refer to by number."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._own: dict[str, str] = {}
        self._in_styles = False

    def start(self, name: str, attributes: Attributes) -> bool:
        if name == "numFmt":
            self._own[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._in_styles = True
        elif name == "xf" and self._in_styles:
            id_ = attributes.get("numFmtId", "0")
            known = BUILT_IN.get(int(id_), GENERAL) if id_.isdecimal() and len(id_) < 9 else GENERAL
            self.found.append(self._own.get(id_, known))
        return name != "dxfs"

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_styles = False

    def text(self, text: str) -> None: ...
