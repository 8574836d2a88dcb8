"""Signs that DOCX files take from the fonts Symbol and Wingdings, as Unicode."""

from __future__ import annotations

_GREEK = dict(
    zip(
        (*range(0x41, 0x5B), *range(0x61, 0x7B)),
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ",
        strict=True,
    )
)
_SIGNS = {
    0x2D: "−", 0xA0: "€", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈",
    0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xD7: "⋅", 0xDB: "⇔", 0xDE: "⇒", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS = {
    0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻",
    0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _GREEK | _SIGNS, "wingdings": _WINGDINGS}
_PRIVATE = 0xF000
_UNKNOWN = " "


def symbol(font: str, code: str) -> str:
    """The sign at a hexadecimal code of a font; a space where it is in no alphabet."""
    try:
        number = int(code[:8], 16)
    except ValueError:
        return _UNKNOWN
    own = number - _PRIVATE if _PRIVATE <= number <= _PRIVATE + 0xFF else number
    table = _FONTS.get(font.lower())
    if table is not None:
        return table.get(own) or (chr(own) if 0x20 <= own < 0x41 else _UNKNOWN)
    if own < number and not 0x20 <= own < 0x7F:
        return _UNKNOWN
    return chr(own) if 0x20 <= own < 0xD800 or 0xF8FF < own < 0x110000 else _UNKNOWN
