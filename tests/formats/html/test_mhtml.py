"""MHTML: pages with their frames in one file, as Chromium and the email package write them."""

from __future__ import annotations

import base64
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import SMTP
from html import escape
from pathlib import Path

import pytest
from document_contract import DocumentFormatContract

from checker.errors import InputError
from checker.formats import document_from_bytes, read_document
from checker.model import Document

FILES = Path(__file__).parents[1] / "files" / "page"


def page(text: str) -> str:
    return f"<!DOCTYPE html>\n<html><body>\n{text}\n</body></html>\n"


def packed(*parts: MIMEText, subject: str = "A page") -> bytes:
    whole = MIMEMultipart("related", type="text/html")
    whole["Subject"] = subject
    for part in (*parts, MIMEImage(b"\x89PNG\r\n", "png")):
        whole.attach(part)
    return whole.as_bytes(policy=SMTP)


def part(text: str, charset: str = "utf-8", encoding: str = "quoted-printable") -> MIMEText:
    made = MIMEText("", "html", charset)
    del made["Content-Transfer-Encoding"]
    made["Content-Transfer-Encoding"] = encoding
    data = text.encode(charset)
    if encoding == "quoted-printable":
        import quopri

        made.set_payload(quopri.encodestring(data).decode())
    elif encoding == "base64":
        made.set_payload(base64.encodebytes(data).decode())
    else:
        made.set_payload(data.decode("ascii"))
    return made


class TestMhtml(DocumentFormatContract):
    path = "a.mhtml"

    def write(self, paragraphs: list[str]) -> bytes:
        return packed(part(page("\n".join(f"<p>{escape(text)}</p>" for text in paragraphs))))


class TestMhtmlInBase64(TestMhtml):
    """Lines of base64 cannot be read, so they lead to the part alone."""

    def write(self, paragraphs: list[str]) -> bytes:
        return packed(part(page("".join(f"<p>{escape(text)}" for text in paragraphs)), encoding="base64"))


def test_a_page_saved_by_chromium_is_read_with_its_scripted_comment_its_shadows_and_its_frame() -> None:
    document = read_document(str(FILES / "live.mhtml"))
    assert [(block.region, block.span.of(document.text)) for block in document.blocks] == [
        ("title", "The lighthouse of Aldmere"),
        ("body", "The lighthouse of Aldmere stays closed"),
        (
            "body",
            "The lighthouse of Aldmere will stay closed until May, its keeper said on Monday. The stairs are being"
            " repaired, and the lamp was taken out in January.",
        ),
        (
            "body",
            "Some 4,000 people climb the tower every year. “We will open the gallery again on 12 May,” she added.",
        ),
        ("comment", "Older comments"),
        ("comment", "Scara este în reparație, iar lampa a fost scoasă în ianuarie."),
        ("comment", "Vera"),
        ("comment", "Galeria se va deschide din nou pe 12 mai."),
        ("comment", "Farul „Aldmere” va rămâne închis până în mai, așa cum a spus paznicul."),
        ("title", "Thread"),
        ("body", "În fiecare an, circa 4.000 de oameni urcă în turn."),
    ]


def test_a_page_as_chromium_shows_it_is_read_like_the_page_that_it_saves() -> None:
    """``--dump-dom`` gives the page without its frame and without what stands in shadows."""
    saved, shown = (read_document(str(FILES / name)) for name in ("live.mhtml", "live.dom.html"))
    said = {block.span.of(saved.text) for block in saved.blocks}
    assert {block.span.of(shown.text) for block in shown.blocks} == said - {
        "Vera",
        "Thread",
        "În fiecare an, circa 4.000 de oameni urcă în turn.",
    }


def test_a_page_that_a_script_makes_lacks_what_the_script_adds() -> None:
    source = read_document(str(FILES / "live.html"))
    assert "Farul" not in source.text and "Galeria" in source.text


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Scara este", "Scara este =C3=AEn re="),
        ("în reparație", "=C3=AEn re="),
        ("ție, iar", "=C8=9Bie, iar"),
        ("scoasă", "scoas=C4=83 =C3=AEn ianuarie."),
        ("deschide din", "deschide ="),
        ("nou pe 12", "nou pe 12 mai.</reader"),
        ("mâne închis", "m=C3=A2ne ="),
        ("închis", "=C3=AEnchis p=C3=A2n"),
        ("În fiecare", "=CEn fiecare an,="),
        ("turn.", "turn.</p></li></ul>"),
    ],
)
def test_places_are_those_in_the_lines_of_the_file(words: str, written: str) -> None:
    document = read_document(str(FILES / "live.mhtml"))
    line, column = document.line_and_column(document.text.index(words))
    lines = (FILES / "live.mhtml").read_bytes().decode("latin-1").split("\n")
    assert lines[line - 1][column - 1 :].startswith(written)


def test_frames_follow_the_page_and_each_has_its_encoding() -> None:
    data = packed(part(page("<p>One")), part(page("<p>Două"), "iso-8859-2"), part(page("<p>три"), "koi8-r", "base64"))
    assert document_from_bytes("a.mht", data).text.split() == ["One", "Două", "три"]


def test_a_frame_without_text_is_none() -> None:
    assert document_from_bytes("a.mht", packed(part(page("")), part(page("<p>Two")))).text.split() == ["Two"]


def test_bodies_need_no_encoding() -> None:
    document = document_from_bytes("a.mht", packed(part(page("<p>One\n two"), "us-ascii", "7bit")))
    assert document.text == "One two\n"


@pytest.mark.parametrize("path", ["<stdin>", "page", "a.html"])
def test_a_file_is_known_by_how_it_begins(path: str) -> None:
    document: Document = document_from_bytes(path, (FILES / "live.mhtml").read_bytes())
    assert document.text.startswith("The lighthouse of Aldmere\n")
    assert len(document.notes) == (path == "a.html")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<p>A page.", "no MHTML"),
        (b"Content-Type: text/plain\n\nText.", "no MHTML"),
        (b"Content-Type: multipart/related\n\n--b\nContent-Type: text/html\n\n<p>A", "no MHTML"),
        (b'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: image/png\n\nA\n--b--', "no HTML"),
        (
            b'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n'
            b"Content-Transfer-Encoding: base64\n\nA\n--b--",
            "damaged base64",
        ),
        (packed(part(page("<script>x</script>"))), "no text to be seen"),
    ],
)
def test_what_is_none_says_why(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        document_from_bytes("a.mhtml", data)


@pytest.mark.parametrize(
    "data",
    [
        b'Content-Type: multipart/related; boundary="b"\n\n' + b"--b\n" * 200_000,
        b'Content-Type: multipart/related; boundary="b"\n\n' + b"--b\nContent-Type: text/html\n\n<p>A\n" * 2_000,
        b"A: b\n" * 300_000,
        b'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n'
        b"Content-Transfer-Encoding: quoted-printable\n\n<p>" + b"=41" * 200_000,
    ],
    ids=["boundaries", "frames", "headers", "escapes"],
)
def test_hostile_files_are_read_or_refused_in_linear_time(data: bytes) -> None:
    try:
        document = document_from_bytes("a.mhtml", data)
    except InputError:
        return
    assert set(document.text) <= {"A", "\n"}
