"""The gate lets figures rise and refuses when they fall."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.programs.gate import WATCHED, Watched, digest, failures, main
from benchmarks.programs.quality import Choice
from benchmarks.sets import SETS

FLOORS = {"added": {"ron": {"F1": 0.9, "ECE": 0.02, "all/1000": 5.0}}}


@pytest.mark.parametrize(
    ("reached", "fallen"),
    [
        ({"F1": 0.9, "ECE": 0.02, "all/1000": 5.0}, []),
        ({"F1": 0.95, "ECE": 0.0, "all/1000": 0.0}, []),
        ({"F1": 0.895, "ECE": 0.025, "all/1000": 5.9}, []),
        ({"F1": 0.85, "ECE": 0.02, "all/1000": 5.0}, ["F1"]),
        ({"F1": 0.9, "ECE": 0.04, "all/1000": 6.5}, ["ECE", "all/1000"]),
        ({"ECE": 0.02, "all/1000": 5.0}, ["F1"]),
    ],
    ids=["the same", "better", "within rounding", "worse", "more errors and alarms", "gone"],
)
def test_figures_may_rise_and_not_fall(reached: dict[str, float], fallen: list[str]) -> None:
    found = failures("news", {"added": {"ron": reached}}, FLOORS)
    assert [line.split()[3] for line in found] == fallen


def test_everything_watched_is_a_part_of_a_set() -> None:
    assert all(any(part.name == w.part for part in SETS[w.folder]) for w in WATCHED.values())


def test_the_digest_names_the_data_that_are_read(tmp_path: Path) -> None:
    watched = Watched("needle", "needle", Choice(), {})
    assert digest(tmp_path, watched) is None
    (tmp_path / "needle").mkdir()
    (tmp_path / "needle" / "needle.jsonl").write_text("{}\n")
    first = digest(tmp_path, watched)
    (tmp_path / "needle" / "mitigation.jsonl").write_text("{}\n")
    assert digest(tmp_path, watched) == first
    (tmp_path / "needle" / "needle.jsonl").write_text("[]\n")
    assert digest(tmp_path, watched) != first


def test_without_gold_data_nothing_is_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["gate", str(tmp_path)])
    with pytest.raises(SystemExit, match="0"):
        main()
    assert f"no figure fell, 0 of {len(WATCHED)} parts compared" in capsys.readouterr().out
