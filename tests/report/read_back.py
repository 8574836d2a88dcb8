"""What each format says of the findings, read back from its bytes."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from xml.etree import ElementTree

import openpyxl
import pytest

Said = Sequence[str]
"""What a view says of each finding, in its order: the code of its rule, and its message where it has it."""


def of_json(data: bytes) -> Said:
    return [found["code"] for document in json.loads(data)["documents"] for found in document["findings"]]


def of_lines(data: bytes) -> Said:
    return [found["code"] for line in data.splitlines() for found in json.loads(line)["findings"]]


def of_csv(data: bytes) -> Said:
    return [row["code"] for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"))) if row["kind"] == "finding"]


def of_xlsx(data: bytes) -> Said:
    head, *rows = openpyxl.load_workbook(io.BytesIO(data))["Findings"].values
    return [str(row[head.index("code")]) for row in rows if row[head.index("kind")] == "finding"]


def of_xlsx_documents(data: bytes) -> int:
    head, *rows = openpyxl.load_workbook(io.BytesIO(data))["Documents"].values
    return sum(int(str(row[head.index("findings")])) for row in rows)


def of_sarif(data: bytes) -> Said:
    results = json.loads(data)["runs"][0]["results"]
    return [result["ruleId"] for result in results if "suppressions" not in result]


def of_github(data: bytes) -> Said:
    found = re.findall(r"^::\w+ [^\n]*?title=(\w+) [^\n]*::", data.decode(), re.M)
    return [code for code in found if code != "not"]


def of_junit(data: bytes) -> Said:
    cases = ElementTree.fromstring(data).iter("testcase")
    named = ((str(case.get("name")).split()[0], "".join(case.itertext())) for case in cases)
    return [code for code, text in named if code != "checked" for _ in re.findall(r"(?:\d %|-): ", text)]


def of_markdown(data: bytes) -> Said:
    return re.findall(r"^\*\*(?:neutral|minor|major|critical)\*\* (\w+) ", data.decode(), re.M)


def of_html(data: bytes) -> Said:
    return re.findall(r'<article id="[^"]*" class="finding [^"]*"[^>]* data-rule="(\w+)"', data.decode())


def of_notebook(text: str) -> Said:
    return re.findall(r"<b>(\w+) [\w-]+ · ", text)


def of_parquet(data: bytes) -> Said:
    """Of the findings that are on a sentence or a pair, for it has a row each of these."""
    table = pytest.importorskip("pyarrow.parquet").read_table(io.BytesIO(data))
    return [code for row in table.to_pylist() for code in row["codes"]]


IN_ORDER: dict[str, Callable[[bytes], Said]] = {
    "json": of_json,
    "jsonl": of_lines,
    "csv": of_csv,
    "xlsx": of_xlsx,
    "sarif": of_sarif,
    "github": of_github,
    "markdown": of_markdown,
}
"""Views that go through the findings in the order of the result; others put them beside their sentences."""
BESIDE: dict[str, Callable[[bytes], Said]] = {"junit": of_junit, "html": of_html}
