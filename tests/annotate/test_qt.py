"""Findings in Qt Linguist files: where they stand, that all else stays, and that a second run changes nothing."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from checker.annotate import annotated
from checker.config import Settings
from checker.formats.bitext import bitext_from_bytes
from checker.pipeline.bitext import check
from checker.pipeline.loading import Loaded, Models

LEFT = "The captain opens the gate of the harbour at seven."
FILE = f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Main</name>
    <message>
        <source>The ferry leaves &amp;&amp; returns.</source>
        <translation>Die Fähre fährt ab &amp;&amp; kehrt zurück.</translation>
    </message>
    <message id="left">
        <source>{LEFT}</source>
        <translation>{LEFT}</translation>
    </message>
    <message>
        <source>{LEFT}</source>
        <comment>sign</comment>
        <translatorcomment>ask the client</translatorcomment>
        <translation>{LEFT}</translation>
    </message>
</context>
</TS>
"""


def run(data: bytes) -> bytes:
    settings = Settings(select=("UNT",))
    result = check(bitext_from_bytes("app_de.ts", data), Loaded(settings, Models(settings.model)))
    return annotated("app_de.ts", data, result)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_findings_are_comments_of_translators_and_all_else_stays(ending: str) -> None:
    data = FILE.replace("\n", ending).encode()
    made = run(data)
    messages = ElementTree.fromstring(made).findall(".//message")
    assert [message.findtext("translatorcomment", "")[:22] for message in messages] == [
        "",
        "checker found: UNT001 ",
        "ask the client",
    ]
    assert [message.findtext("extra-checker", "")[:22] for message in messages] == ["", "", "checker found: UNT001 "]
    order = [child.tag for child in messages[1]]
    assert order == ["source", "translatorcomment", "translation"]
    lines = made.decode().split(ending)
    assert [line for line in lines if "checker found" not in line] == data.decode().split(ending)


def test_a_second_run_changes_nothing_and_without_findings_the_file_is_as_it_was() -> None:
    data = FILE.encode()
    made = run(data)
    assert run(made) == made
    rendered = "Der Kapitän öffnet das Hafentor um sieben."
    mended = made.replace(f"<translation>{LEFT}".encode(), f"<translation>{rendered}".encode())
    assert run(mended) == data.replace(f"<translation>{LEFT}".encode(), f"<translation>{rendered}".encode())
