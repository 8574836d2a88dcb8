"""A real sentence-transformers model, where there is one: ``CHECKER_SENTENCE_MODEL`` names its folder.

Made for multilingual-e5-small (see ``docs/model.md``); any good multilingual model should do.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

MODEL = os.environ.get("CHECKER_SENTENCE_MODEL", "")
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not MODEL, reason="CHECKER_SENTENCE_MODEL names no folder of a model")

MIXED = (
    "The harbour was closed on Monday because of the storm. Two ferries stayed in port until the evening. "
    "The harbour master asked all captains to wait for his signal. No ship was damaged, and nobody was hurt. "
    "The first ferry left at eight o'clock with sixty passengers. The harbour opens again tomorrow morning.\n\n\n"
    "Doua feriboturi au ramas in port pana seara. De aceea, capitanii cer guvernului sa plateasca pescarilor din "
    "Constanta despagubiri pentru plasele pierdute. Nicio nava nu a fost avariata si nimeni nu a fost ranit.\n"
)


def run(*arguments: str, cache: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "CHECKER_CACHE_DIR": str(cache)}
    return subprocess.run(
        [sys.executable, "-m", "checker", *arguments],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )


def test_out_of_the_box_and_calibrated(tmp_path: Path) -> None:
    (tmp_path / "mixed.txt").write_text(MIXED, encoding="utf-8")
    scan = ["scan", str(tmp_path / "mixed.txt"), "--model", MODEL, "--format", "json"]
    for calibrated in (False, True):
        if calibrated:
            done = run("models", "calibrate", MODEL, cache=tmp_path / "cache")
            assert (done.returncode, done.stderr) == (0, "")
        found = run(*scan, cache=tmp_path / "cache")
        assert (found.returncode, found.stderr) == (1, "")
        (document,) = json.loads(found.stdout)["documents"]
        (rendering,) = document["renderings"]
        assert [of["verdict"] for of in rendering["segments"]] == ["supported", "unsupported", "supported"]
        assert [of["code"] for of in document["findings"]] == ["ADD001"]
