"""What is put before every text, as far as files and names tell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.encoders.prompts import known_prompt


@pytest.mark.parametrize(
    ("name", "prompts", "default", "expected"),
    [
        ("some/model", {}, None, None),
        ("intfloat/multilingual-e5-small", {}, None, "query: "),
        ("/models/e5-base-v2", {}, None, "query: "),
        ("/models/e5", {}, None, "query: "),
        ("/models/my-E5", {}, None, "query: "),
        ("/hub/models--intfloat--multilingual-e5-small/snapshots/0123abcd", {}, None, "query: "),
        ("/e5/models/mine", {}, None, None),
        ("intfloat/multilingual-e5-small", {"query": "ask: ", "passage": "p: "}, None, "ask: "),
        ("some/model", {"query": "q: ", "STS": "same? "}, None, "same? "),
        ("some/model", {"query": "q: ", "clustering": "c: "}, "clustering", "c: "),
        ("intfloat/multilingual-e5-small", {"none": ""}, "none", ""),
        ("some/model", {"query": "", "document": ""}, None, None),
        ("code5-large", {}, None, None),
    ],
)
def test_which_prompt_is_known(name: str, prompts: dict[str, str], default: str | None, expected: str | None) -> None:
    assert known_prompt(name, prompts, default) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (json.dumps({"_name_or_path": "intfloat/multilingual-e5-base"}), "query: "),
        (json.dumps({"_name_or_path": "bert-base"}), None),
        (json.dumps({"_name_or_path": 5}), None),
        (json.dumps({}), None),
        ("[]", None),
        ("{", None),
    ],
)
@pytest.mark.parametrize("folder", ["", "0_Transformer"])
def test_the_name_that_a_model_records_tells(tmp_path: Path, folder: str, content: str, expected: str | None) -> None:
    (tmp_path / "mine" / folder).mkdir(parents=True)
    (tmp_path / "mine" / folder / "config.json").write_text(content)
    assert known_prompt(str(tmp_path / "mine"), {}, None) == expected
