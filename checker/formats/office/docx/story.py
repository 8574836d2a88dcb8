"""The text of one part of a DOCX file (WordprocessingML), as a reader sees it who accepts its tracked changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from checker.formats.office.docx.places import DocxParagraph, Places
from checker.formats.office.docx.styles import Styles, is_on
from checker.formats.office.docx.symbols import symbol
from checker.formats.pieces import Piece
from checker.formats.xml.events import Attributes

_LEFT_OUT = frozenset(
    (
        *("w:delText", "w:instrText", "w:delInstrText", "w:rt", "w:tabs", "w:ffData", "w:binData", "w:tblGrid"),
        *("w:rPrChange", "w:pPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:sectPrChange"),
        *("w:tblPrExChange", "w:tblGridChange", "w:numberingChange"),
    )
)
_CHARACTERS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_DROPPED = ("w:del", "w:moveFrom")
_CHANGES = ("w:ins", "w:moveTo", *_DROPPED)
_PROPERTIES = ("w:rPr", "w:trPr")
_ELSEWHERE = {"w:altChunk": "embedded document", "dgm:relIds": "diagram", "c:chart": "chart"}
_SEEN_REFERENCES = ("w:footnoteReference", "w:endnoteReference")
_REFERENCES = (*_SEEN_REFERENCES, "w:commentReference", "w:headerReference", "w:footerReference")
_SOFT_HYPHEN = "\u00ad"


class Story:
    """What expat tells of one part.  ``pieces`` has its text when the part has been walked.

    ``notes`` are the ids of the elements called ``element`` (``w:footnote``, ``w:comment``) that are read, and where a
    reader finds them; others are left out.  ``location`` is that of all pieces, where they are not told apart.
    ``references`` has the ids of notes, headers and footers by element, ``elsewhere`` counts what is not read,
    ``changes`` tracked changes and ``hidden`` runs of hidden text.
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
        self.references: dict[str, list[str]] = {}
        self.elsewhere: Counter[str] = Counter()
        self.changes = self.hidden = 0
        self._styles, self._region, self._element, self._notes = styles, region, element, notes or {}
        self._path: list[str] = []
        self._places = Places(location)
        self._open: list[DocxParagraph] = []
        self._runs: list[bool] = []  # whether each of the open runs is hidden
        self._fields: list[bool] = []  # whether each of the open fields has come to its result
        self._codes = 0  # how many of them have not
        self._choices: list[bool] = []  # whether one of the alternatives has been read
        self._prompts: list[bool] = []  # whether each of the open controls shows a prompt
        self._dropped = 0  # how many of the open elements are deleted

    @property
    def has_open_field(self) -> bool:
        """Whether a field has begun and its result has not, so that what followed was taken for its code."""
        return bool(self._codes)

    def start(self, name: str, attributes: Attributes) -> bool:
        if name in _LEFT_OUT:
            return False
        if (act := _STARTS.get(name)) is not None and act(self, attributes) is False:
            return False
        if name in _CHARACTERS and self._parent == "w:r":
            self._add(_CHARACTERS[name])
        elif name in _CHANGES:
            self._change(name)
        elif name in _REFERENCES:
            self._refer(name, attributes)
        elif name in _ELSEWHERE:
            self.elsewhere[_ELSEWHERE[name]] += 1
        elif name == self._element:
            location = self._notes.get(attributes.get("w:id", ""))
            if location is None:
                return False
            self._places.enter(location)
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
    def _parent(self) -> str:
        return self._path[-1] if self._path else ""

    @property
    def _around(self) -> str:
        return self._path[-2] if len(self._path) > 1 else ""

    @property
    def _is_there(self) -> bool:
        return not (self._dropped or self._places.is_dropped or any(self._prompts) or self._codes)

    def _add(self, text: str) -> None:
        if not self._open or not self._is_there:
            return
        if any(self._runs):
            self.hidden += bool(text.strip())
        else:
            self._open[-1].texts.append(text)

    def _change(self, name: str) -> None:
        self.changes += 1
        if name in _DROPPED:
            if self._parent == "w:trPr":
                self._places.drop_row()
            elif self._parent != "w:rPr":
                self._dropped += 1
            elif self._around == "w:pPr" and self._open:
                self._open[-1].ends = False

    def _refer(self, name: str, attributes: Attributes) -> None:
        if name not in _SEEN_REFERENCES or (self._is_there and not any(self._runs)):
            id_ = attributes.get("r:id") or attributes.get("w:id", "")
            self.references.setdefault(name, []).append(id_)

    def _start_paragraph(self, _attributes: Attributes) -> None:
        carried = self._places.carry(None)
        self._open.append(DocxParagraph(len(self.pieces), carried.texts if carried else []))

    def _end_paragraph(self) -> None:
        paragraph = self._open.pop()
        if paragraph.ends:
            self._emit(paragraph)
        else:
            self._places.carry(paragraph)

    def _emit(self, paragraph: DocxParagraph) -> None:
        text = "".join(paragraph.texts)
        if not text.strip():
            return
        kind = "cell" if self._places.in_table else paragraph.kind or self._styles.kind(paragraph.style)
        region = self._styles.region(paragraph.style) if self._region == "body" else self._region
        # What stands in a text box was read before the paragraph to which the box is tied, and comes after it.
        self.pieces.insert(paragraph.first_piece, Piece(text, kind, region, self._places.location()))

    def _flush(self) -> None:
        """A paragraph should go on, and nothing follows."""
        carried = self._places.carry(None)
        if carried is not None:
            self._emit(carried)

    def _leave_place(self) -> None:
        self._flush()
        self._places.leave()

    def _start_table(self, _attributes: Attributes) -> None:
        self._flush()
        self._places.enter_table()

    def _widen_cell(self, attributes: Attributes) -> None:
        width = attributes.get("w:val", "")
        self._places.widen_cell(int(width) if width.isdecimal() and len(width) < 4 else 1)

    def _hide_row(self, attributes: Attributes) -> None:
        if self._parent == "w:trPr" and is_on(attributes):
            self._places.drop_row()

    def _style(self, attributes: Attributes) -> None:
        if self._open and self._parent == "w:pPr":
            self._open[-1].style = attributes.get("w:val", "")

    def _outline(self, attributes: Attributes) -> None:
        level = attributes.get("w:val", "")
        if self._open and level.isdecimal() and len(level) < 4 and int(level) < 9:
            self._open[-1].kind = "heading"

    def _list(self, _attributes: Attributes) -> None:
        if self._open and self._styles.kind(self._open[-1].style) != "heading":
            self._open[-1].kind = self._open[-1].kind or "item"

    def _start_run(self, _attributes: Attributes) -> None:
        style = self._open[-1].style if self._open else ""
        self._runs.append(bool(self._styles.hidden(style)))

    def _run_style(self, attributes: Attributes) -> None:
        hidden = self._styles.hidden(attributes.get("w:val", ""))
        if self._runs and self._around == "w:r" and hidden is not None:
            self._runs[-1] = hidden

    def _vanish(self, attributes: Attributes) -> None:
        if self._runs and self._parent == "w:rPr" and self._around == "w:r":
            self._runs[-1] = is_on(attributes)

    def _field(self, attributes: Attributes) -> None:
        what = attributes.get("w:fldCharType")
        if what == "begin":
            self._fields.append(False)
            self._codes += 1
        elif what == "separate" and self._fields:
            self._codes -= not self._fields[-1]
            self._fields[-1] = True
        elif what == "end" and self._fields:
            self._codes -= not self._fields.pop()

    def _alternative(self, _attributes: Attributes) -> bool:
        """False for what another alternative has said already."""
        if not self._choices:
            return True
        told, self._choices[-1] = self._choices[-1], True
        return not told

    def _prompt(self, attributes: Attributes) -> None:
        if self._prompts:
            self._prompts[-1] = is_on(attributes)

    def _symbol(self, attributes: Attributes) -> None:
        self._add(symbol(attributes.get("w:font", ""), attributes.get("w:char", "")))


_STARTS: dict[str, Callable[[Story, Attributes], bool | None]] = {
    "w:p": Story._start_paragraph,
    "w:txbxContent": lambda story, _: story._places.enter_box(),
    "w:tbl": Story._start_table,
    "w:tr": lambda story, _: story._places.enter_row(),
    "w:tc": lambda story, _: story._places.enter_cell(),
    "w:cellDel": lambda story, _: story._places.drop_cell(),
    "w:gridSpan": Story._widen_cell,
    "w:hidden": Story._hide_row,
    "w:pStyle": Story._style,
    "w:outlineLvl": Story._outline,
    "w:numPr": Story._list,
    "w:r": Story._start_run,
    "w:rStyle": Story._run_style,
    "w:vanish": Story._vanish,
    "w:fldChar": Story._field,
    "mc:AlternateContent": lambda story, _: story._choices.append(False),
    "mc:Choice": Story._alternative,
    "mc:Fallback": Story._alternative,
    "w:sdt": lambda story, _: story._prompts.append(False),
    "w:showingPlcHdr": Story._prompt,
    "w:sym": Story._symbol,
}
_ENDS: dict[str, Callable[[Story], object]] = {
    "w:p": Story._end_paragraph,
    "w:txbxContent": Story._leave_place,
    "w:tbl": lambda story: story._places.leave_table(),
    "w:r": lambda story: story._runs.pop(),
    "mc:AlternateContent": lambda story: story._choices.pop(),
    "w:sdt": lambda story: story._prompts.pop(),
    **dict.fromkeys(("w:tc", "w:body", "w:hdr", "w:ftr"), Story._flush),
}
