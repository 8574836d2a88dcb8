"""Parquet: one row a sentence or pair, in the columns of ``rows.SEGMENTS``, for pandas, DuckDB, Spark.

``codes`` are a list; what is missing is null.  Rows are written in groups: a run of any length fits
into memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from checker.errors import MissingPackageError
from checker.model import DocumentResult
from checker.report import rows
from checker.report.context import Context

_GROUP = 50_000
"""Rows held at once: some 20 MB of them."""

_NUMBERS = ("p_addition", "p_omission", "p_mistranslation")


def write(documents: Iterable[DocumentResult], _context: Context) -> Iterator[bytes]:
    """The file in pieces.  Raises ``MissingPackageError`` without pyarrow."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise MissingPackageError("Parquet needs pyarrow", "pip install pyarrow") from None
    arrow: Any = pyarrow
    kinds = {"line": arrow.int64(), "codes": arrow.list_(arrow.string()), **dict.fromkeys(_NUMBERS, arrow.float64())}
    schema = arrow.schema([(column.name, kinds.get(column.name, arrow.string())) for column in rows.SEGMENTS])
    every = (_typed(row) for result in documents for row in rows.segment_rows(result))
    sink = _Sink()
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        while group := list(islice(every, _GROUP)):
            writer.write_table(arrow.Table.from_pylist(group, schema=schema))
            yield sink.taken()
    yield sink.taken()


def _typed(row: rows.Row) -> dict[str, Any]:
    """A row with every text as one that UTF-8 can hold."""
    typed: dict[str, Any] = {}
    for column in rows.SEGMENTS:
        cell = row.get(column.name)
        if column.name in _NUMBERS or column.name == "line" or cell is None:
            typed[column.name] = cell
        else:
            typed[column.name] = str(cell).encode("utf-8", "replace").decode()
    typed["codes"] = str(row.get("codes") or "").split()
    return typed


class _Sink:
    """A file that only grows, of which what was written is taken away piece by piece."""

    closed = False

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> int:
        self._parts.append(bytes(data))
        self._size += len(data)
        return len(data)

    def tell(self) -> int:
        return self._size

    def taken(self) -> bytes:
        """What has been written since the last time."""
        parts, self._parts = self._parts, []
        return b"".join(parts)

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        self.closed = True
