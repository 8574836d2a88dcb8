"""Comments that dismiss findings: the tables are the specification."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.config import Settings
from checker.formats import document_from_text
from checker.formats.bitext import bitext_from_text
from checker.formats.suppressions import suppression
from checker.model import Dismissal
from checker.pipeline import DocumentChecker

ENGLISH = (
    "The city council met on Monday. It approved the plan for a new bridge over the river. "
    "Work will begin in spring and take two years. The mayor thanked the engineers for their patience. "
    "Residents may send their questions to the council until the end of the month.\n"
)
BEFORE = "Der Stadtrat trat am Montag zusammen. Er genehmigte den Plan für eine neue Brücke über den Fluss."
INVENTED = "Der Minister versprach den Bauern in Brandenburg höhere Preise für Milch und Getreide."
OTHER = "Im Hafen von Rostock sanken gestern drei Fischerboote bei einem schweren Sturm."
AFTER = (
    "Die Arbeiten beginnen im Frühjahr und dauern zwei Jahre. Der Bürgermeister dankte den Ingenieuren für ihre "
    "Geduld. Die Einwohner können ihre Fragen bis zum Ende des Monats an den Rat senden."
)
ONE, BOTH, NONE = [OTHER], [INVENTED, OTHER], list[str]()
CHECKER = DocumentChecker(Settings(select=("ADD001", "QE")))


@pytest.mark.parametrize(
    ("text", "left", "note"),
    [
        # A comment by itself covers the next block; {I} and {O} are invented sentences.
        ("{I}\n\n{O}", BOTH, ""),
        ("<!-- checker: ignore ADD001 -->\n{I}\n\n{O}", ONE, "1 finding dismissed by comments"),
        ("<!-- checker: ignore ADD001 -->\n\n{I}\n\n{O}", ONE, "1 finding dismissed"),
        ("<!-- checker: ignore ADD001 -->\n- {I}\n- {O}", ONE, "1 finding dismissed"),
        ("> <!-- checker: ignore ADD001 -->\n> {I}\n\n{O}", ONE, "1 finding dismissed"),
        ("<!-- checker: ignore ADD001 -->\n<!-- another -->\n\n{I}\n\n{O}", ONE, "1 finding dismissed"),
        ("<!-- checker: ignore ADD001 -->\n\n{I}\n{O}", NONE, "2 findings dismissed"),
        # One among text covers its line.
        ("{I} <!-- checker: ignore ADD001 -->\n\n{O}", ONE, "1 finding dismissed"),
        ("{I} <!-- checker: ignore ADD001 -->\n{O}", ONE, "1 finding dismissed"),
        ("{I} {O} <!-- checker: ignore ADD001 -->", NONE, "2 findings dismissed"),
        ("- {I} <!-- checker: ignore ADD001 -->\n- {O}", ONE, "1 finding dismissed"),
        ("| a | b |\n|---|---|\n| {I} <!-- checker: ignore ADD001 --> | x |\n\n{O}", ONE, "1 finding dismissed"),
        # Codes: one, several, the beginning of some, all; case and punctuation as you like; a reason in brackets.
        ("<!-- checker: ignore -->\n{I}\n\n{O}", ONE, "1 finding dismissed"),
        ("<!-- checker: ignore ADD -->\n{I}\n\n{O}", ONE, "1 finding dismissed"),
        ("<!--checker:ignore MIS001, add001-->\n{I}\n\n{O}", ONE, "1 finding dismissed"),
        ("<!-- Checker: ignore ADD001 (a note\nof the editor's) -->\n{I}\n\n{O}", ONE, "1 finding dismissed"),
        # The whole file.
        ("{I}\n\n{O}\n\n<!-- checker: ignore-file -->", NONE, "2 findings dismissed"),
        ("<!-- checker: ignore-file ADD001 -->\n\n{I}\n\n{O}", NONE, "2 findings dismissed"),
        # What does nothing says so.
        ("<!-- checker: ignore QE001 -->\n{I}\n\n{O}", BOTH, "comments that dismiss nothing: line 5 (QE001)"),
        ("{I}\n\n{O}\n\n<!-- checker: ignore ADD001 -->", BOTH, "comments that dismiss nothing: line 9 (ADD001)"),
        ("<!-- checker: ignore ADD01 -->\n{I}\n\n{O}", BOTH, "no rule begins with ADD01; did you mean ADD001?"),
        ("<!-- checker: ignroe ADD001 -->\n{I}\n\n{O}", BOTH, "line 5: the comment is no use: 'ignroe ADD001' is not"),
        ("<!-- checker: ignore ADD001 because -->\n{I}\n\n{O}", BOTH, "write: checker: ignore CODE, CODE (why)"),
        # What was not asked for is left alone, and so is what only looks like a comment.
        ("<!-- checker: ignore LNG001 -->\n{I}\n\n{O}", BOTH, ""),
        ("`<!-- checker: ignore ADD001 -->`\n\n{I}\n\n{O}", BOTH, ""),
        ("```\n<!-- checker: ignore-file -->\n```\n\n{I}\n\n{O}", BOTH, ""),
        ("<!-- the checker: ignore ADD001 -->\n{I}\n\n{O}", BOTH, ""),
    ],
)
def test_in_markdown(text: str, left: list[str], note: str) -> None:
    text = text.replace("{I}", INVENTED).replace("{O}", OTHER)
    result = CHECKER.scan(document_from_text("a.md", f"{ENGLISH}\n{BEFORE}\n\n{text}\n\n{AFTER}\n"))
    found = [finding.target.text for finding in result.findings if finding.code == "ADD001" and finding.target]
    assert [sentence for sentence in found if sentence in BOTH] == left
    assert all(one.by is Dismissal.COMMENT for one in result.dismissed)
    assert note in "; ".join(result.notes) if note else not result.notes


ENGLISH_PAGE = f"<!doctype html><html><body><article><p>{ENGLISH}</p></article><div class='reply'><p>{BEFORE}</p>"


@pytest.mark.parametrize(
    ("text", "left", "note"),
    [
        ("<p>{I}</p><p>{O}</p>", BOTH, ""),
        ("<!-- checker: ignore ADD001 --><p>{I}</p><p>{O}</p>", ONE, "1 finding dismissed"),
        ("<div>\n<!-- checker: ignore ADD001 -->\n<p>{I}</p></div><p>{O}</p>", ONE, "1 finding dismissed"),
        ("<p><!-- checker: ignore ADD001 -->{I}</p><p>{O}</p>", ONE, "1 finding dismissed"),
        ("<p>{I} <!-- checker: ignore ADD001 (a note) --></p><p>{O}</p>", ONE, "1 finding dismissed"),
        ("<p><b>{I}</b><!-- checker: ignore ADD001 --></p>\n<p>{O}</p>", ONE, "1 finding dismissed"),
        ("<p>{I}</p><p>{O}</p><!-- checker: ignore-file ADD -->", NONE, "2 findings dismissed"),
        ("<p>{I}</p><p>{O}</p><!-- checker: ignore MIS -->", BOTH, ""),
        ("<p>{I}</p>\n<!-- checker: ignore QE001 -->\n<p>{O}</p>", BOTH, "dismiss nothing: line 3 (QE001)"),
        ("<p>{I}</p><p>{O}</p><!-- checker: ignroe -->", BOTH, "line 2: the comment is no use"),
        ("<p>{I}</p><p>{O}</p><script>'<!-- checker: ignore-file -->'</script>", BOTH, ""),
        ("<p>{I}</p><p>{O}</p><p>&lt;!-- checker: ignore-file --&gt;</p>", BOTH, ""),
    ],
)
def test_in_web_pages(text: str, left: list[str], note: str) -> None:
    text = text.replace("{I}", INVENTED).replace("{O}", OTHER)
    result = CHECKER.scan(document_from_text("a.html", f"{ENGLISH_PAGE}{text}<p>{AFTER}</p></div></body></html>"))
    found = [finding.target.text for finding in result.findings if finding.code == "ADD001" and finding.target]
    assert [sentence for sentence in found if sentence in BOTH] == left
    assert note in "; ".join(result.notes) if note else not result.notes


def test_the_reason_is_kept_and_the_same_lines_in_plain_text_are_text() -> None:
    text = f"{ENGLISH}\n{BEFORE}\n\n<!-- checker: ignore ADD001 (a note of ours) -->\n{INVENTED}\n\n{AFTER}\n"
    (dismissed,) = CHECKER.scan(document_from_text("a.md", text)).dismissed
    assert dismissed.reason == "a note of ours"
    assert CHECKER.scan(document_from_text("a.txt", text)).dismissed == ()


MUSEUM = [
    ("The museum opens at nine in the morning.", "Das Museum öffnet um neun Uhr morgens."),
    ("Tickets are sold at the gate.", "Eintrittskarten werden am Tor verkauft."),
    ("Children under six do not pay.", "Kinder unter sechs Jahren zahlen nicht."),
    ("Dogs are not allowed in the halls.", ""),
    ("The garden closes when it rains.", "Der Garten schließt, wenn es regnet."),
    ("A small library stands behind the main building.", "Eine kleine Bibliothek steht hinter dem Hauptgebäude."),
    ("Guided tours begin every hour.", "Führungen beginnen jede Stunde."),
]


@pytest.mark.parametrize(
    ("source", "target", "codes", "note"),
    [
        ("", "", ["OMI001"], ""),
        ("<!-- checker: ignore OMI001 -->\n", "", [], "dismissed by comments of original.md"),
        ("<!-- checker: ignore OMI -->\n", "", [], "dismissed by comments of original.md"),
        ("", "<!-- checker: ignore OMI001 -->\n", [], "dismissed by comments"),
        ("<!-- checker: ignore ADD001 -->\n", "", ["OMI001"], "dismiss nothing of original.md: line 7 (ADD001)"),
    ],
)
def test_what_is_left_out_can_be_dismissed_beside_the_original_or_where_it_is_missing(
    source: str, target: str, codes: list[str], note: str
) -> None:
    original = [f"{source if k == 3 else ''}{text}" for k, (text, _) in enumerate(MUSEUM)]
    rendering = [f"{target if k == 2 else ''}{text}" for k, (_, text) in enumerate(MUSEUM) if text]
    result = DocumentChecker(Settings(omissions="always", ignore=("QE", "OMI002"))).compare(
        document_from_text("original.md", "\n\n".join(original)),
        document_from_text("copy.md", "\n\n".join(rendering)),
    )
    assert [finding.code for finding in result.findings] == codes
    share, *notes = result.notes
    assert share == "original.md: 6 of 7 sentences rendered"
    assert note in "; ".join(notes) if note else not notes


XLIFF = """<xliff version="1.2"><file source-language="en" target-language="de"><body>
<trans-unit id="a"><source>The bridge is 120 metres long.</source><target>Die Brücke ist 210 Meter lang.</target>
 {a}</trans-unit>
<trans-unit id="b"><source>The bridge has 3 lanes.</source><target>Die Brücke hat 4 Fahrspuren.</target>{b}</trans-unit>
</body></file></xliff>"""
XLIFF2 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de"><file id="f">
<unit id="a">{a}<segment><source>The bridge is 120 metres long.</source><target>Die Brücke ist 210 Meter lang.</target>
</segment></unit>
<unit id="b">{b}<segment><source>The bridge has 3 lanes.</source><target>Die Brücke hat 4 Fahrspuren.</target></segment>
</unit></file></xliff>"""
TMX = """<tmx version="1.4"><header srclang="en"/><body>
<tu>{a}<tuv xml:lang="en"><seg>The bridge is 120 metres long.</seg></tuv>
 <tuv xml:lang="de"><seg>Die Brücke ist 210 Meter lang.</seg></tuv></tu>
<tu>{b}<tuv xml:lang="en"><seg>The bridge has 3 lanes.</seg></tuv>
 <tuv xml:lang="de"><seg>Die Brücke hat 4 Fahrspuren.</seg></tuv></tu></body></tmx>"""
PO = """{head}msgid ""
msgstr "Language: de\\n"

{a}
msgid "The bridge is 120 metres long."
msgstr "Die Brücke ist 210 Meter lang."

#, no-wrap
{b}
msgid "The bridge has 3 lanes."
msgstr "Die Brücke hat 4 Fahrspuren."
"""


@pytest.mark.parametrize(
    ("name", "text", "a", "b", "left", "note"),
    [
        ("a.xlf", XLIFF, "", "", [1, 2], ""),
        ("a.xlf", XLIFF, "<note>checker: ignore MIS001</note>", "", [2], "1 finding dismissed by comments"),
        ("a.xlf", XLIFF, "", "<note from='Ana'>Is that so?</note><note>checker: ignore MIS</note>", [1], "1 finding"),
        ("a.xlf", XLIFF, "", "<note>checker: ignore-file MIS001</note>", [], "2 findings dismissed"),
        ("a.xlf", XLIFF, "<note>checker: ignore ADD001</note>", "", [1, 2], "dismiss nothing: line 3 (ADD001)"),
        ("a.xlf", XLIFF, "<note>checker: skip</note>", "", [1, 2], "'skip' is not understood"),
        ("a.xlf", XLIFF2, "<notes><note>checker: ignore MIS001</note></notes>", "", [2], "1 finding dismissed"),
        ("a.xlf", XLIFF2, "", "<notes><note>checker: ignore</note></notes>", [1], "1 finding dismissed"),
        ("a.tmx", TMX, "<note>checker: ignore MIS001 (rebuilt)</note>", "", [2], "1 finding dismissed"),
        ("a.tmx", TMX, "", "<note>checker: ignore-file</note>", [], "2 findings dismissed"),
        ("a.po", PO, "# checker: ignore MIS001", "", [2], "1 finding dismissed"),
        ("a.po", PO, "", "# checker: ignore MIS001 (four by now)", [1], "1 finding dismissed"),
        ("a.po", PO, "#. checker: ignore MIS001", "#: bridge.py:3", [2], "1 finding dismissed"),
        ("a.po", PO, "#: checker: ignore MIS001", "#| msgid checker: ignore", [1, 2], ""),
        ("a.po", PO.replace("{head}", "# checker: ignore-file\n"), "", "", [], "2 findings dismissed"),
        ("a.po", PO.replace("{head}", "# checker: ignore MIS001\n"), "", "", [1, 2], "dismiss nothing: line 1"),
        (
            "a.csv",
            "source,target,note\n{a}The bridge has 3 lanes.,Die Brücke hat 4 Fahrspuren.,checker: ignore\n",
            "",
            "",
            [1],
            "",
        ),
    ],
)
def test_in_segment_formats(name: str, text: str, a: str, b: str, left: list[int], note: str) -> None:
    filled = text.replace("{head}", "").replace("{a}", a).replace("{b}", b)
    result = DocumentChecker(Settings(ignore=("QE",))).bitext(bitext_from_text(name, filled))
    assert [finding.pair_index + 1 for finding in result.findings] == left
    assert note in "; ".join(result.notes) if note else not result.notes


@pytest.mark.parametrize(
    ("comment", "codes", "reason"),
    [
        ("checker: ignore ADD001", ("ADD001",), ""),
        (" Checker :  IGNORE add001 ,MIS  QE001\n", ("ADD001", "MIS", "QE001"), ""),
        ("checker: ignore (as the client wants it)", (), "as the client wants it"),
        ("checker: ignore TRM001 (see (1))", ("TRM001",), "see (1)"),
    ],
)
def test_what_a_comment_says(comment: str, codes: tuple[str, ...], reason: str) -> None:
    said = suppression(comment, 7, unit=3)
    assert said is not None
    assert (said.line, said.codes, said.reason, said.unit, said.problem) == (7, codes, reason, 3, "")


@pytest.mark.parametrize("comment", ["", "todo", "checker", "check: ignore", "the checker: ignore ADD001"])
def test_other_comments_say_nothing(comment: str) -> None:
    assert suppression(comment, 1) is None


@pytest.mark.parametrize(
    "text",
    [
        "<!-- checker: ignore " + "ADD001 " * 20_000 + "-->",
        "<!-- checker: ignore " + "A" * 200_000 + "-->",
        "<!-- checker: ignore " + "(" * 100_000 + "-->",
        "<!-- checker: ignore QE -->\n\n" * 20_000,
        "<!-- checker: ignore ADD001",
        "<!-- checker: \0ignore\u202e ADD001 -->",
    ],
    ids=["codes", "a long code", "brackets", "comments", "unclosed", "controls"],
)
def test_hostile_comments_are_read_quickly_and_said_shortly(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"{ENGLISH}\n{BEFORE}\n\n{text}\n\n{INVENTED}\n\n{AFTER}\n", encoding="utf-8")
    result = CHECKER.scan_file(str(path))
    assert result.status == "checked"
    assert all(len(note) < 1000 for note in result.notes) and len(result.notes) < 10
