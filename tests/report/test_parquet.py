"""Parquet, read back by pyarrow and pandas."""

from __future__ import annotations

import io
import sys

import pytest
from test_pairs_reports import DOCUMENTS as PAIRS
from test_reports import DOCUMENTS, SIGNATURE

from checker.errors import MissingPackageError
from checker.report import rows
from checker.report.context import Context
from checker.report.registry import FORMATS
from checker.report.tables import parquet

CONTEXT = Context(SIGNATURE)


def written(documents: object) -> bytes:
    return b"".join(FORMATS["parquet"].pieces(iter(documents), CONTEXT))  # type: ignore[call-overload]


def test_a_row_a_sentence_or_pair_with_the_columns_of_the_spreadsheet(monkeypatch: pytest.MonkeyPatch) -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    monkeypatch.setattr(parquet, "_GROUP", 2)
    documents = (*DOCUMENTS, *PAIRS)
    frame = pandas.read_parquet(io.BytesIO(written(documents)))
    expected = [row for document in documents for row in rows.segment_rows(document)]
    assert list(frame.columns) == [column.name for column in rows.SEGMENTS]
    assert len(frame) == len(expected) > 2
    for (_, got), row in zip(frame.iterrows(), expected, strict=True):
        assert list(got["codes"]) == str(row.get("codes") or "").split()
        assert got["target"] == row["target"]
        assert got["line"] == row["line"]
        assert got["p_addition"] == row["p_addition"]
        assert pandas.isna(got["p_omission"]) == (row.get("p_omission") is None)


def test_an_empty_run_is_a_table_without_rows() -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    assert len(pandas.read_parquet(io.BytesIO(written(())))) == 0


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingPackageError, match="pip install pyarrow"):
        written(DOCUMENTS)
