"""Checks by the page: what is given, what comes back, what can be done with it."""

from __future__ import annotations

import json
import re
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from site_client import MIXED, ORIGIN, Visitor, site, visitor
from waits import WAIT

from checker.baseline import read_baseline
from checker.cli import main
from checker.config import Settings
from checker.web.desk import FORGOTTEN_AFTER, MOST_UNKEPT, Desk, DeskCheck
from checker.web.work.orders import CheckOrder, GivenFile
from checker.web.work.pool import Lane

sys.path.append(str(Path(__file__).parents[1] / "hostile"))
from samples import docx, paragraph, row, xlsx

__all__ = ["visitor"]

SAMPLES = Path(__file__).parents[2] / "samples" / "bitext"
ORIGINAL, _, RENDERING = MIXED.partition("\n\n")
INVENTED = "Primarul Ionescu a demisionat"
"""How the sentence begins that the original does not have."""


def headline(page: str) -> str:
    return re.sub("<[^>]*>", "", re.findall("<h1[^>]*>(.*?)</h1>", page)[0])


def fingerprints(page: str) -> list[str]:
    return re.findall(r'class="fingerprint"[^>]*>Fingerprint <code>([0-9a-f]{16})', page)


def test_the_first_page_offers_texts_files_profiles_and_models(visitor: Visitor) -> None:
    page = visitor.open()
    assert headline(page) == "Check a translation"
    assert page.count("<textarea") == page.count('type="file"') == 3
    assert all(f'value="{profile}"' in page for profile in ("translator", "editor", "strict", "embedded"))
    assert "second judge" not in page  # since none was said to be here


def test_a_pasted_text_comes_back_with_its_report_and_marked(visitor: Visitor) -> None:
    answer = visitor.check(text=MIXED.replace("\n", "\r\n"))
    assert answer.status_code == 200
    assert headline(answer.text) == "1 of 3 sentences is not supported by the original"
    beside = answer.text.partition('class="given"')[2].partition("</aside>")[0]
    marked = re.findall(r'<mark class="addition"><a href="#(f-[0-9a-f]+)"[^>]*>([^<]*)', beside)
    assert [text[: len(INVENTED)] for _, text in marked] == [INVENTED]
    assert f'id="{marked[0][0]}"' in answer.text
    assert "The ferry to the island was late" in beside


def test_two_texts_are_compared(visitor: Visitor) -> None:
    answer = visitor.check(mode="two", source=ORIGINAL, target=RENDERING, profile="translator")
    assert answer.status_code == 200
    assert "original.txt and translation.txt" in answer.text
    assert INVENTED in answer.text


def test_a_text_and_a_file_are_compared(visitor: Visitor) -> None:
    answer = visitor.check(mode="two", source_file=("press.md", ORIGINAL.encode()), target=RENDERING)
    assert "press.md and translation.txt" in answer.text


@pytest.mark.parametrize("name", ["en-de.csv", "en-de.po", "en-ro.jsonl", "en-ro.xlf"])
def test_a_file_of_pairs_is_checked_pair_by_pair(visitor: Visitor, name: str) -> None:
    answer = visitor.check(text_file=(name, (SAMPLES / name).read_bytes()))
    assert answer.status_code == 200
    assert 'class="pair"' in answer.text
    assert ("the file with the findings in it" in answer.text) is (name in ("en-de.po", "en-ro.xlf"))


def test_texts_of_a_program_are_paired_by_their_keys(visitor: Visitor) -> None:
    files = {
        f"{side}_file": (f"{language}.json", json.dumps({"late": text, "seats": seats}).encode())
        for side, language, text, seats in (
            ("source", "en", "The ferry was late because of the storm.", "There are 40 seats left."),
            ("target", "de", "Die Fähre hatte wegen des Sturms Verspätung.", "Es sind noch 14 Plätze frei."),
        )
    }
    answer = visitor.check(mode="two", **files)
    assert "2 pairs" in answer.text and "MIS001" in answer.text


def test_a_document_that_could_hold_pairs_is_checked_as_what_it_is(visitor: Visitor) -> None:
    mixed = docx("".join(map(paragraph, MIXED.split("\n\n"))))
    assert headline(visitor.check(text_file=("page.docx", mixed)).text).startswith("1 of 3 sentences")
    pairs = xlsx(row("source", "target") + row("The ferry was late.", "Feribotul a întârziat."))
    assert "1 pair" in visitor.check(text_file=("pairs.xlsx", pairs)).text


@pytest.mark.parametrize(
    ("name", "data", "kind", "said"),
    [
        ("de.json", b'{"late": "Die F\xc3\xa4hre war zu sp\xc3\xa4t."}', "", "the file of the source language"),
        ("page.docx", docx(paragraph("The ferry was late.")), "pairs", ""),
        ("page.txt", b"The ferry was late.", "pairs", ""),
        ("en-ro.xlf", (SAMPLES / "en-ro.xlf").read_bytes(), "mixed", "as segments that are aligned"),
        ("job.zip", b"PK\x03\x04", "", "unpack it"),
        ("terms.tbx", b"<tbx></tbx>", "", ""),
    ],
)
def test_a_file_that_is_not_read_as_wanted_is_refused_in_the_words_of_the_page(
    visitor: Visitor, name: str, data: bytes, kind: str, said: str
) -> None:
    answer = visitor.check(text_file=(name, data), kind=kind)
    (sentence,) = re.findall(r'<p class="notice" role="alert">([^<]*)</p>', answer.text)
    assert said in sentence and "--" not in sentence and "`checker" not in sentence


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "There is nothing to check yet: paste a text, or choose a file."),
        ({"text": " \n\t"}, "There is nothing to check yet: paste a text, or choose a file."),
        ({"mode": "two"}, "There is nothing to check yet: paste the original and its translation, or choose a file."),
        ({"mode": "two", "source": ORIGINAL}, "The translation is missing: paste it, or choose its file."),
        ({"mode": "two", "target": ORIGINAL}, "The original is missing: paste it, or choose its file."),
        ({"text": MIXED, "profile": "poet"}, "The page: unknown profile"),
        ({"text": MIXED, "model": "/etc/passwd"}, "This model was not offered"),
        ({"text": MIXED, "second": "perhaps"}, "The page: second is"),
    ],
)
def test_a_form_that_is_not_filled_in_is_shown_again_with_one_sentence(
    visitor: Visitor, values: dict[str, str], said: str
) -> None:
    answer = visitor.check(**values)
    assert answer.status_code == 400
    assert said in answer.text
    for name in ("text", "source", "target"):
        assert (values.get(name, "").strip()[:60] in answer.text) is True


def test_what_has_no_original_is_said_in_the_words_of_the_page(visitor: Visitor) -> None:
    answer = visitor.check(text=RENDERING)
    assert headline(answer.text) == "Check a translation"
    assert "or give original and translation apart" in answer.text
    assert "--source-language" not in answer.text and INVENTED in answer.text


def test_a_check_is_changed_and_done_again(visitor: Visitor) -> None:
    first = visitor.check(text=MIXED, profile="strict", source_language="en")
    page = visitor.open(f"/?again={first.url.path.rpartition('/')[2]}")
    assert INVENTED in page.partition("<textarea")[2].partition("</textarea>")[0]
    assert re.search(r'<option value="strict" selected', page) and re.search(r'<option value="en" selected', page)


def test_a_file_need_not_be_chosen_again(visitor: Visitor) -> None:
    first = visitor.check(text_file=("page.txt", MIXED.encode()))
    again = first.url.path.rpartition("/")[2]
    assert "page.txt is checked again unless you give another." in visitor.open(f"/?again={again}")
    second = visitor.check(again=again, text_file=("", b""), profile="editor")
    assert "page.txt" in second.text and headline(second.text) == headline(first.text)


@pytest.mark.parametrize("format_", ["html", "json", "xlsx"])
@pytest.mark.parametrize("profile", ["", "editor"])
def test_a_download_has_the_bytes_of_the_command(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str, profile: str
) -> None:
    address = visitor.check(text=MIXED, profile=profile).url.path
    made = visitor.client.get(f"{address}/download/{format_}")
    assert made.headers["Content-Disposition"] == f"attachment; filename*=UTF-8''pasted.{format_}"
    monkeypatch.chdir(tmp_path)
    Path("pasted.txt").write_text(MIXED, encoding="utf-8")
    options = ["--profile", profile] if profile else []
    CliRunner().invoke(main, ["scan", "pasted.txt", "--format", format_, "-o", "report", *options])
    assert contents(made.content) == contents(Path("report").read_bytes())


def contents(data: bytes) -> object:
    """What tells two files apart: of a package its parts, without the time at which it was made."""
    if not data.startswith(b"PK"):
        return data
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist() if name != "docProps/core.xml"}


def test_the_annotated_file_has_the_bytes_of_the_command(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = (SAMPLES / "en-ro.xlf").read_bytes()
    address = visitor.check(text_file=("en-ro.xlf", data)).url.path
    made = visitor.client.get(f"{address}/download/annotated")
    assert made.headers["Content-Disposition"].endswith("en-ro.checked.xlf")
    monkeypatch.chdir(tmp_path)
    Path("en-ro.xlf").write_bytes(data)
    CliRunner().invoke(main, ["bitext", "en-ro.xlf", "--annotate", "copy.xlf", "-q"])
    assert made.content == Path("copy.xlf").read_bytes() != data


@pytest.mark.parametrize("format_", ["annotated", "csv", "..%2f..%2fsetup.cfg", "text"])
def test_what_cannot_be_downloaded_is_said(visitor: Visitor, format_: str) -> None:
    address = visitor.check(text=MIXED).url.path
    answer = visitor.client.get(f"{address}/download/{format_}")
    assert answer.status_code in (404, 409) and "<h1" in answer.text


@pytest.mark.parametrize("is_named", [True, False], ids=["in a file", "in memory"])
def test_a_dismissed_finding_is_gone_and_comes_back(tmp_path: Path, is_named: bool) -> None:
    path = tmp_path / "dismissed.jsonl"
    with site(baseline=str(path) if is_named else "") as client:
        visitor = Visitor(client)
        address = visitor.check(text=MIXED).url.path
        (fingerprint,) = fingerprints(visitor.open(address))
        answer = visitor.send(f"{address}/dismiss", fingerprint=fingerprint, reason="it  was\nsaid", next="f-abc")
        assert answer.url.fragment == "f-abc"
        page = visitor.open(address)
        assert fingerprints(page) == [] and "Dismissed into" in page and INVENTED in page
        baseline = path.read_text(encoding="utf-8") if is_named else client.get("/dismissed.jsonl").text
        assert fingerprint in baseline and '"by": "Ana"' in baseline and '"reason": "it was said"' in baseline
        assert (client.get("/dismissed.jsonl").status_code == 404) is is_named

        report = client.get(f"{address}/download/json").content
        (tmp_path / "pasted.txt").write_text(MIXED, encoding="utf-8")
        path.write_text(baseline, encoding="utf-8")
        options = ["--baseline", str(path), "--format", "json", "-o", str(tmp_path / "report")]
        CliRunner().invoke(main, ["scan", str(tmp_path / "pasted.txt"), *options])
        said = (tmp_path / "report").read_bytes().replace(str(tmp_path).encode() + b"/", b"")
        assert report == said

        later = visitor.check(text=MIXED)
        assert fingerprints(later.text) == []
        visitor.send(f"{address}/restore", fingerprint=fingerprint)
        assert fingerprints(visitor.open(address)) == [fingerprint]
        assert fingerprint not in (
            path.read_text(encoding="utf-8") if is_named else client.get("/dismissed.jsonl").text
        )


def test_what_was_dismissed_before_is_not_taken_back_on_the_page(tmp_path: Path) -> None:
    path = tmp_path / "dismissed.jsonl"
    with site() as client:
        visitor = Visitor(client)
        address = visitor.check(text=MIXED).url.path
        visitor.send(f"{address}/dismiss", fingerprint=fingerprints(visitor.open(address))[0])
        path.write_text(client.get("/dismissed.jsonl").text, encoding="utf-8")
    with site(baseline=str(path)) as client:
        visitor = Visitor(client)
        answer = visitor.check(text=MIXED)
        assert fingerprints(answer.text) == [] and "Undo" not in answer.text and "1 finding dismissed" in answer.text
        (fingerprint,) = read_baseline(path).entries
        visitor.send(f"{answer.url.path}/restore", fingerprint=fingerprint)
        assert fingerprint in read_baseline(path).entries


@pytest.mark.parametrize("fingerprint", ["", "0" * 16, "<script>"])
def test_only_findings_of_the_check_are_dismissed(visitor: Visitor, fingerprint: str) -> None:
    address = visitor.check(text=MIXED).url.path
    answer = visitor.send(f"{address}/dismiss", fingerprint=fingerprint)
    assert answer.status_code == 409 and "There is no such finding in this check." in answer.text


def test_a_damaged_baseline_is_said_and_takes_nothing_down(tmp_path: Path) -> None:
    path = tmp_path / "dismissed.jsonl"
    path.write_text("no baseline\n", encoding="utf-8")
    with site(baseline=str(path)) as client:
        visitor = Visitor(client)
        answer = visitor.check(text=MIXED)
        assert answer.status_code == 400 and "line 1: not an entry of a baseline" in answer.text
        assert INVENTED in answer.text
        path.unlink()
        assert visitor.check(text=MIXED).status_code == 200


def test_a_check_is_listed_only_when_it_was_kept_and_goes_when_it_is_forgotten() -> None:
    with site() as client:
        visitor = Visitor(client)
        kept, other = (visitor.check(text_file=(name, MIXED.encode())).url.path for name in ("a.txt", "b.txt"))
        assert "Kept checks" not in visitor.open()
        assert "Kept until the server stops" in visitor.send(f"{kept}/keep").text
        page = visitor.open()
        assert "Kept checks" in page and kept in page and other not in page
        visitor.send(f"{kept}/forget")
        assert "Kept checks" not in visitor.open()
        assert client.get(kept).status_code == 404


def test_a_check_that_runs_is_shown_and_cancelled() -> None:
    with site(checking="slow_tasks") as client:
        visitor = Visitor(client)
        answer = visitor.send("/checks", text="sleep")
        address = answer.url.path
        assert headline(answer.text) == "Checking pasted.txt"
        assert f'action="{address}/cancel"' in answer.text
        while (state := client.get(f"{address}/state").json())["total"] != 9:
            assert state["running"]
        assert state == {"running": True, "stage": "Asleep: 1 of 9", "done": 1, "total": 9}
        answer = visitor.send(f"{address}/cancel")
        assert "Cancelled." in answer.text and "sleep</textarea>" in answer.text
        assert client.get(f"{address}/state").json()["running"] is False


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\texts\\a.txt", "a.txt"),
        ("<script>alert(1)</script>.txt", "script&gt;.txt"),
        ("\u202egpj.txt", "gpj.txt"),
        ("a\r\nSet-Cookie: b.txt", "a%0D%0ASet-Cookie: b.txt"),
        ("x" * 400 + ".txt", "x" * 116 + ".txt"),
        ("ы.txt", "ы.txt"),
    ],
)
def test_a_name_is_only_a_name(visitor: Visitor, name: str, shown: str) -> None:
    answer = visitor.check(text_file=(name, MIXED.encode()))
    assert answer.status_code == 200
    assert shown in answer.text.partition('class="given-name"')[2][:200]
    assert "<script>alert" not in answer.text
    made = visitor.client.get(f"{answer.url.path}/download/json")
    assert made.status_code == 200 and "Set-Cookie" not in made.headers


def test_a_table_whose_columns_cannot_be_told_asks_for_them(visitor: Visitor) -> None:
    lines = ["a;b;c"] + [f"{k};The ship {k} was late.;Nava {k} a întârziat." for k in range(5)]
    table = ("lines.csv", "\n".join(lines).encode())
    answer = visitor.check(text_file=table)
    assert "name the columns below" in answer.text and "--source-column" not in answer.text
    answer = visitor.check(text_file=table, source_column="b", target_column="3")
    assert "5 pairs" in answer.text


def test_a_text_is_not_lost_when_the_server_was_started_anew() -> None:
    with site() as client:
        visitor = Visitor(client)
        visitor.open()
    with site() as client:
        visitor.client = client
        answer = visitor.send("/checks", text=MIXED)
        assert answer.status_code == 403 and "please send it again" in answer.text and INVENTED in answer.text
        visitor.token = re.findall(r'name="token" value="([0-9a-f]+)"', answer.text)[0]
        assert visitor.check(text=MIXED).status_code == 200


def test_what_is_dismissed_in_memory_is_the_visitors_own(visitor: Visitor) -> None:
    address = visitor.check(text=MIXED).url.path
    visitor.send(f"{address}/dismiss", fingerprint=fingerprints(visitor.open(address))[0])
    other = Visitor(type(visitor.client)(visitor.client.app, base_url=ORIGIN))
    other.open()
    assert INVENTED not in other.client.get("/dismissed.jsonl").text
    assert len(fingerprints(other.check(text=MIXED).text)) == 1


def test_of_checks_that_nobody_wanted_kept_only_the_last_are_held() -> None:
    lane = Lane("slow_tasks", 30)
    lane.start()
    now = 0.0
    desk = Desk(lane, lambda: now)

    def begun(what: str) -> DeskCheck:
        check = desk.begin("a", what, CheckOrder((GivenFile("a.txt", b"x"),), "auto", Settings()), {})
        check.job.outcome.result(WAIT)
        return check

    try:
        kept = begun("kept")
        kept.is_kept = True
        first, *others = [begun(str(k)) for k in range(MOST_UNKEPT + 1)]
        assert desk.find("a", first.id) is None
        assert all(desk.find("a", check.id) for check in others)
        assert desk.find("b", kept.id) is None and desk.kept("b") == []
        now = FORGOTTEN_AFTER + 1
        assert desk.kept("a") == [kept] and desk.find("a", others[-1].id) is None
    finally:
        lane.close()
