"""Every number that judges says where it comes from: measured, chosen, a bound, a definition, or a paper's year."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import checker

ROOMS = ("align", "checks", "evidence", "secondjudge", "text")
ORIGIN = re.compile(r"\b(measured|chosen|bounds?|paper|definition|(18|19|20)\d\d)\b", re.IGNORECASE)
_ROOT = Path(checker.__file__).parent
_NUMBERS = {"float32", "float64", "int64", "Decimal"}
"""Calls that only make a number of another type."""


def constants(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    """Names of the numeric constants of a module, each with the docstring below it or below its neighbours."""
    values = [value_of(statement) for statement in body]
    for number, value in enumerate(values):
        if value is not None:
            after = next((k for k in range(number + 1, len(body)) if values[k] is None), len(body))
            yield value[0], documentation(body[after:])


def value_of(statement: ast.stmt) -> tuple[str, ast.expr] | None:
    """The name and value that a statement gives a number to; None where it does not."""
    if isinstance(statement, ast.Assign) and is_number(statement.value):
        return ast.unparse(statement.targets[0]), statement.value
    if isinstance(statement, ast.AnnAssign) and statement.value is not None and is_number(statement.value):
        return ast.unparse(statement.target), statement.value
    return None


def is_number(value: ast.expr) -> bool:
    """Whether an expression is made of numbers alone: ``1 / 32``, ``(0.01, 1.3)``, ``np.float32(1e-6)``."""
    if isinstance(value, ast.Constant):
        return type(value.value) in (int, float)
    if isinstance(value, ast.Tuple):
        return bool(value.elts) and all(map(is_number, value.elts))
    if isinstance(value, ast.UnaryOp):
        return is_number(value.operand)
    if isinstance(value, ast.BinOp):
        return is_number(value.left) and is_number(value.right)
    if isinstance(value, ast.Call):
        return ast.unparse(value.func).rpartition(".")[2] in _NUMBERS
    return False


def documentation(rest: list[ast.stmt]) -> str:
    """The text that stands first in the rest of a module, or nothing."""
    if rest and isinstance(rest[0], ast.Expr) and isinstance(rest[0].value, ast.Constant):
        return str(rest[0].value.value)
    return ""


@pytest.mark.parametrize("room", ROOMS)
def test_every_number_says_where_it_comes_from(room: str) -> None:
    found = [
        (f"{path.relative_to(_ROOT)}: {name}", said)
        for path in sorted((_ROOT / room).rglob("*.py"))
        for name, said in constants(ast.parse(path.read_text(encoding="utf-8")).body)
    ]
    assert len(found) > 3
    assert [name for name, said in found if not ORIGIN.search(said)] == []


def test_numbers_are_told_from_other_constants() -> None:
    lines = (
        "A = 1",
        "B: int = 2 ** 8",
        "'Chosen.'",
        "C = 'x'",
        "D = np.float32(-3), 1",
        "E = [1]",
        "'A list.'",
        "F = {'a': 1}",
    )
    module = ast.parse("\n".join(lines))
    assert list(constants(module.body)) == [("A", "Chosen."), ("B", "Chosen."), ("D", "")]
