"""PDF files with text at places, in any letters: fonts without glyphs, and a table of what each code stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842


@dataclass(frozen=True)
class At:
    """Text whose base line begins at a place, in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 10


def pdf(pages: Sequence[Sequence[At]], *, named: bool = True) -> bytes:
    """A file of pages; without ``named`` its font does not say which letters it has."""
    letters = sorted({letter for page in pages for at in page for letter in at.text})
    code = {letter: number for number, letter in enumerate(letters, start=0x100 if named else 1)}
    maps = "\n".join(f"<{number:04x}> <{letter.encode('utf-16-be').hex()}>" for letter, number in code.items())
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{_chunks(maps)}\nendcmap end end"
    )
    kids = " ".join(f"{7 + 2 * k} 0 R" for k in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R]"
        f"{' /ToUnicode 6 0 R' if named else ''} >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        " /Supplement 0 >> /DW 500 /FontDescriptor 5 0 R >>",
        "<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 -200 500 800] /ItalicAngle 0 /Ascent 800"
        " /Descent -200 /CapHeight 700 /StemV 80 >>",
        _stream(table),
    ]
    for k, page in enumerate(pages):
        codes = ["".join(f"{code[letter]:04x}" for letter in at.text) for at in page]
        content = "\n".join(
            f"BT /F {at.size} Tf 1 0 0 1 {at.x} {at.y} Tm <{said}> Tj ET" for at, said in zip(page, codes, strict=True)
        )
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {8 + 2 * k} 0 R"
            " /Resources << /Font << /F 3 0 R >> >> >>",
            _stream(content),
        ]
    return _file(objects)


def _chunks(maps: str) -> str:
    lines = maps.splitlines()
    parts = [lines[k : k + 100] for k in range(0, len(lines), 100)]
    return "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    parts = [b"%PDF-1.7\n"]
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(sum(map(len, parts)))
        parts.append(f"{number} 0 obj\n{content}\nendobj\n".encode())
    start = sum(map(len, parts))
    rows = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    parts.append(f"xref\n0 {size}\n0000000000 65535 f \n{rows}".encode())
    parts.append(f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode())
    return b"".join(parts)
