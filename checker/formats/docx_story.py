"""The text of one part of a DOCX file (WordprocessingML), as a reader sees it who accepts its tracked changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from checker.formats.docx_styles import Styles, is_on
from checker.formats.docx_symbols import symbol
from checker.formats.pieces import Piece
from checker.formats.xml_events import Attributes

_LEFT_OUT = frozenset(
    (
        *("w:delText", "w:instrText", "w:delInstrText", "w:rt", "w:tabs", "w:ffData", "w:binData", "w:tblGrid"),
        *("w:rPrChange", "w:pPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:sectPrChange"),
        *("w:tblPrExChange", "w:tblGridChange", "w:numberingChange"),
    )
)  # fmt: skip
_CHARACTERS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_DROPPED = ("w:del", "w:moveFrom")
_PROPERTIES = ("w:rPr", "w:trPr")
_CHANGES = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")
_ELSEWHERE = {"w:altChunk": "embedded document", "dgm:relIds": "diagram", "c:chart": "chart"}
_SOFT_HYPHEN = "\u00ad"


@dataclass(slots=True)
class _Paragraph:
    first_piece: int
    texts: list[str] = field(default_factory=list)
    style: str = ""
    kind: str = ""
    ends: bool = True  # False where its end is deleted: it goes on in the next one


@dataclass(slots=True)
class _Table:
    number: int
    row: int = 0
    column: int = 0
    following: int = 1  # the column of the next cell
    row_dropped: bool = False
    cell_dropped: bool = False


@dataclass(slots=True)
class _Place:
    """The body, or a text box in it: paragraphs do not run from one into another."""

    location: str = ""
    tables: list[_Table] = field(default_factory=list)
    carried: _Paragraph | None = None


class Story:
    """What expat tells of one part.  ``pieces`` has its text when the part has been walked.

    ``notes`` are the ids of the parts' elements ``element`` (``w:footnote``, ``w:comment``) that are read, and where a
    reader finds them; others are left out.  ``location`` is that of all pieces, where they are told apart by it.
    """

    def __init__(
        self,
        styles: Styles,
        region: str = "body",
        location: str = "",
        element: str = "",
        notes: Mapping[str, str] | None = None,
    ) -> None:
        self.pieces: list[Piece] = []
        self.references: dict[str, list[str]] = {}  # ids of notes, headers and footers by element, as they come
        self.elsewhere: Counter[str] = Counter()
        self.changes = self.hidden = 0
        self._styles, self._region, self._element, self._notes = styles, region, element, notes or {}
        self._path: list[str] = []
        self._places = [_Place(location)]
        self._open: list[_Paragraph] = []
        self._runs: list[bool] = []  # whether each of the open runs is hidden
        self._fields: list[bool] = []  # whether each of the open fields has come to its result
        self._choices: list[bool] = []  # whether one of the alternatives has been read
        self._prompts: list[bool] = []  # whether each of the open controls shows a prompt
        self._dropped = 0
        self._numbers: Counter[str] = Counter()

    def start(self, name: str, attributes: Attributes) -> bool:
        if name in _LEFT_OUT:
            return False
        if (act := _STARTS.get(name)) is not None and not act(self, attributes):
            return False
        if name in _CHARACTERS and self._parent == "w:r":
            self._add(_CHARACTERS[name])
        elif name in _CHANGES:
            self._change(name)
        elif name in _ELSEWHERE:
            self.elsewhere[_ELSEWHERE[name]] += 1
        elif name == self._element:
            id_ = attributes.get("w:id", "")
            if id_ not in self._notes:
                return False
            self._places.append(_Place(self._notes[id_]))
        self._path.append(name)
        return True

    def end(self, name: str) -> None:
        self._path.pop()
        if name in _DROPPED and self._parent not in _PROPERTIES:
            self._dropped -= 1
        elif name == self._element:
            self._leave_place()
        elif (act := _ENDS.get(name)) is not None:
            act(self)

    def text(self, text: str) -> None:
        if self._parent in ("w:t", "m:t"):
            self._add(text.replace("\n", " ").replace(_SOFT_HYPHEN, ""))

    @property
    def has_open_field(self) -> bool:
        """Whether a field has begun and its result has not, so that what followed was taken for its code."""
        return not all(self._fields)

    @property
    def _parent(self) -> str:
        return self._path[-1] if self._path else ""

    @property
    def _around(self) -> str:
        return self._path[-2] if len(self._path) > 1 else ""

    @property
    def _is_shown(self) -> bool:
        return not (
            self._dropped
            or any(self._prompts)
            or not all(self._fields)
            or any(table.row_dropped or table.cell_dropped for place in self._places for table in place.tables)
        )

    def _add(self, text: str) -> None:
        if not self._open or not self._is_shown:
            return
        if any(self._runs):
            self.hidden += bool(text.strip())
        else:
            self._open[-1].texts.append(text)

    def _change(self, name: str) -> None:
        if self._parent == "w:rPr":
            if name in _DROPPED and self._around == "w:pPr" and self._open:
                self._open[-1].ends = False
        elif self._parent == "w:trPr":
            if name in _DROPPED and self._places[-1].tables:
                self._places[-1].tables[-1].row_dropped = True
        elif name in _DROPPED:
            self._dropped += 1
        self.changes += 1

    def _start_paragraph(self, _attributes: Attributes) -> bool:
        carried, self._places[-1].carried = self._places[-1].carried, None
        paragraph = _Paragraph(len(self.pieces))
        if carried is not None:
            paragraph.texts = carried.texts
        self._open.append(paragraph)
        return True

    def _end_paragraph(self) -> None:
        paragraph = self._open.pop()
        if not paragraph.ends:
            self._places[-1].carried = paragraph
        else:
            self._emit(paragraph)

    def _emit(self, paragraph: _Paragraph) -> None:
        text = "".join(paragraph.texts)
        if not text.strip():
            return
        place = self._places[-1]
        kind = paragraph.kind or self._styles.kind(paragraph.style)
        if place.location:
            location = place.location
        elif place.tables:
            table = place.tables[-1]
            kind, location = "cell", f"table {table.number}, row {table.row}, column {table.column}"
        else:
            self._numbers["paragraph"] += 1
            location = f"paragraph {self._numbers['paragraph']}"
        region = self._styles.region(paragraph.style) if self._region == "body" else self._region
        # What stands in a text box was read before the paragraph to which the box is tied, and comes after it.
        self.pieces.insert(paragraph.first_piece, Piece(text, kind, region, location))

    def _start_box(self, _attributes: Attributes) -> bool:
        self._numbers["text box"] += 1
        own = self._places[0].location
        self._places.append(_Place(own or f"text box {self._numbers['text box']}"))
        return True

    def _leave_place(self) -> None:
        self._flush()
        self._places.pop()

    def _flush(self) -> None:
        """A paragraph that should go on, and nothing follows."""
        carried, self._places[-1].carried = self._places[-1].carried, None
        if carried is not None:
            self._emit(carried)

    def _start_table(self, _attributes: Attributes) -> bool:
        self._flush()
        self._numbers["table"] += 1
        self._places[-1].tables.append(_Table(self._numbers["table"]))
        return True

    def _end_table(self) -> None:
        if self._places[-1].tables:
            self._places[-1].tables.pop()

    def _start_row(self, _attributes: Attributes) -> bool:
        for table in self._places[-1].tables[-1:]:
            table.row, table.column, table.following, table.row_dropped = table.row + 1, 0, 1, False
        return True

    def _start_cell(self, _attributes: Attributes) -> bool:
        for table in self._places[-1].tables[-1:]:
            table.column, table.following, table.cell_dropped = table.following, table.following + 1, False
        return True

    def _cell_width(self, attributes: Attributes) -> bool:
        width = attributes.get("w:val", "")
        for table in self._places[-1].tables[-1:]:
            table.following = table.column + (int(width) if width.isdecimal() and len(width) < 4 else 1)
        return True

    def _cell_dropped(self, _attributes: Attributes) -> bool:
        for table in self._places[-1].tables[-1:]:
            table.cell_dropped = True
        return True

    def _row_hidden(self, attributes: Attributes) -> bool:
        for table in self._places[-1].tables[-1:]:
            table.row_dropped = table.row_dropped or (self._parent == "w:trPr" and is_on(attributes))
        return True

    def _style(self, attributes: Attributes) -> bool:
        if self._open and self._parent == "w:pPr":
            self._open[-1].style = attributes.get("w:val", "")
        return True

    def _outline(self, attributes: Attributes) -> bool:
        level = attributes.get("w:val", "")
        if self._open and level.isdecimal() and int(level[:3]) < 9:
            self._open[-1].kind = "heading"
        return True

    def _list(self, _attributes: Attributes) -> bool:
        if self._open and self._styles.kind(self._open[-1].style) != "heading":
            self._open[-1].kind = self._open[-1].kind or "item"
        return True

    def _start_run(self, _attributes: Attributes) -> bool:
        style = self._open[-1].style if self._open else ""
        self._runs.append(bool(self._styles.hidden(style)))
        return True

    def _run_style(self, attributes: Attributes) -> bool:
        if self._runs and self._around == "w:r":
            hidden = self._styles.hidden(attributes.get("w:val", ""))
            self._runs[-1] = self._runs[-1] if hidden is None else hidden
        return True

    def _vanish(self, attributes: Attributes) -> bool:
        if self._runs and self._parent == "w:rPr" and self._around == "w:r":
            self._runs[-1] = is_on(attributes)
        return True

    def _field(self, attributes: Attributes) -> bool:
        what = attributes.get("w:fldCharType")
        if what == "begin":
            self._fields.append(False)
        elif what == "separate" and self._fields:
            self._fields[-1] = True
        elif what == "end" and self._fields:
            self._fields.pop()
        return True

    def _alternative(self, _attributes: Attributes) -> bool:
        if self._choices:
            if self._choices[-1]:
                return False
            self._choices[-1] = True
        return True

    def _prompt(self, attributes: Attributes) -> bool:
        if self._prompts:
            self._prompts[-1] = is_on(attributes)
        return True

    def _symbol(self, attributes: Attributes) -> bool:
        self._add(symbol(attributes.get("w:font", ""), attributes.get("w:char", "")))
        return True

    def _reference(self, what: str, attributes: Attributes) -> bool:
        id_ = attributes.get("r:id") or attributes.get("w:id", "")
        if what not in ("w:footnoteReference", "w:endnoteReference") or (self._is_shown and not any(self._runs)):
            self.references.setdefault(what, []).append(id_)
        return True


def _referring(what: str) -> Callable[[Story, Attributes], bool]:
    return lambda story, attributes: story._reference(what, attributes)


def _opens(stack: str) -> Callable[[Story, Attributes], bool]:
    def act(story: Story, _attributes: Attributes) -> bool:
        getattr(story, stack).append(False)
        return True

    return act


def _closes(stack: str) -> Callable[[Story], object]:
    return lambda story: getattr(story, stack) and getattr(story, stack).pop()


_STARTS: dict[str, Callable[[Story, Attributes], bool]] = {
    "w:p": Story._start_paragraph,
    "w:txbxContent": Story._start_box,
    "w:tbl": Story._start_table,
    "w:tr": Story._start_row,
    "w:tc": Story._start_cell,
    "w:gridSpan": Story._cell_width,
    "w:cellDel": Story._cell_dropped,
    "w:hidden": Story._row_hidden,
    "w:pStyle": Story._style,
    "w:outlineLvl": Story._outline,
    "w:numPr": Story._list,
    "w:r": Story._start_run,
    "w:rStyle": Story._run_style,
    "w:vanish": Story._vanish,
    "w:fldChar": Story._field,
    "mc:AlternateContent": _opens("_choices"),
    "mc:Choice": Story._alternative,
    "mc:Fallback": Story._alternative,
    "w:sdt": _opens("_prompts"),
    "w:showingPlcHdr": Story._prompt,
    "w:sym": Story._symbol,
    **{
        name: _referring(name)
        for name in (f"w:{what}Reference" for what in ("footnote", "endnote", "comment", "header", "footer"))
    },
}
_ENDS: dict[str, Callable[[Story], object]] = {
    "w:p": Story._end_paragraph,
    "w:txbxContent": Story._leave_place,
    "w:tbl": Story._end_table,
    "w:tc": Story._flush,
    **dict.fromkeys(("w:body", "w:hdr", "w:ftr"), Story._flush),
    "w:r": _closes("_runs"),
    "mc:AlternateContent": _closes("_choices"),
    "w:sdt": _closes("_prompts"),
}
