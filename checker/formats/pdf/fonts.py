"""Fonts for files that bring none of their own: those that come with pdfium, and never those of this machine.

With the machine's, how high and wide a letter is, and so what is a line, would hang on what else is installed.
"""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def without_system_fonts() -> object:
    """Have pdfium look for no fonts on this machine, in the whole process; what is returned has to be kept.

    ``FPDF_SYSFONTINFO`` in ``fpdf_sysfontinfo.h``: a table of functions, none of which finds anything.
    """
    from pypdfium2 import raw

    info = raw.FPDF_SYSFONTINFO(version=1)
    for name, kind in raw.FPDF_SYSFONTINFO._fields_:
        if name != "version":
            setattr(info, name, kind(_nothing(kind)))
    raw.FPDF_SetSystemFontInfo(info)
    return info


def _nothing(kind: Any) -> Any:
    """A function of any arguments that returns nothing of its kind."""
    returned = None if kind._restype_ is None or kind._restype_.__name__ == "c_void_p" else 0
    return lambda *_: returned
