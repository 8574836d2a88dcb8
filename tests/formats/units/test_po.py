"""PO: entries, plural forms, flags, placeholders."""

from __future__ import annotations

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from segment_contract import SegmentFormatContract

from checker.checks import Limits, findings
from checker.config import Settings
from checker.errors import EmptyError
from checker.formats.bitext import bitext_from_bytes
from checker.formats.units.po_entries import PoEntry, entries
from checker.model import Bitext, Codes, Origin
from checker.pipeline.bitext import evidence_on
from checker.pipeline.loading import Loaded, Models

pytest.importorskip("translate")

HEADER = 'msgid ""\nmsgstr ""\n"Language: ro\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


class PoContract(SegmentFormatContract):
    path = "messages.po"
    begins = "msgid"
    shows_its_end = False  # a file that ends after an entry is whole

    def test_what_is_cut_off_or_broken_costs_one_entry(self) -> None:
        text = self.write([("One.", "Unu."), ("Two.", "Doi."), ("Three.", "Trei.")]).decode()
        found = self.read(text.replace('msgstr "Doi."', 'msgstr "Doi.').encode())
        assert [pair.target for pair in found.pairs] == ["Unu.", "Trei."]
        (record,) = found.unread
        assert "Doi." in text.splitlines()[record.line - 1]
        assert "quotation marks do not come out even" in record.reason


class TestPolib(PoContract):
    def write(self, pairs: list[tuple[str, str]]) -> bytes:
        made = polib.POFile()
        made.metadata = {"Language": "ro", "Content-Type": "text/plain; charset=utf-8"}
        made.extend(polib.POEntry(msgid=source, msgstr=target) for source, target in pairs)
        return (str(made) + "\n").encode()


class TestTranslateToolkit(PoContract):
    def write(self, pairs: list[tuple[str, str]]) -> bytes:
        from translate.storage.pypo import pofile

        made = pofile()
        made.init_headers(language="ro", charset="UTF-8", encoding="8bit")
        made.updateheader(add=True, Language="ro")
        for source, target in pairs:
            made.addsourceunit(source).target = target
        return bytes(made)


def read(text: str) -> Bitext:
    return bitext_from_bytes("messages.po", (HEADER + "\n" + text).encode())


def texts(bitext: Bitext) -> list[tuple[str, str, str]]:
    return [(pair.id, pair.source, pair.target) for pair in bitext.pairs]


COMMENTS = '# note\n#. for you\n#: a.c:1\n#, c-format\n#| msgid "Old"\n'
ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\x1b"), max_size=30)


@settings(deadline=None)
@given(st.lists(st.tuples(ANY.filter(bool), ANY, ANY, st.none() | ANY), min_size=1, max_size=5))
def test_whatever_polib_writes_is_read_back(made: list[tuple[str, str, str, str | None]]) -> None:
    file = polib.POFile()
    for msgid, plural, text, context in made:
        forms = {"msgid_plural": plural, "msgstr_plural": {0: text, 1: plural}} if plural else {"msgstr": text}
        file.append(polib.POEntry(msgid=msgid, msgctxt=context, **forms))
    found = [entry for entry in entries(str(file)) if isinstance(entry, PoEntry)][1:]  # the first is the header
    assert [(entry.msgid, entry.plural or "", entry.forms, entry.context) for entry in found] == [
        (msgid, plural, {0: text, 1: plural} if plural else {0: text}, context) for msgid, plural, text, context in made
    ]


GOOD = '\nmsgid "Stay."\nmsgstr "Stai."\n'


@pytest.mark.parametrize(
    ("entry", "found", "notes"),
    [
        ('msgid "Go."\nmsgstr "Du-te."\n', [("1", "Go.", "Du-te.")], ()),
        (
            'msgid ""\n"Go "\n"on.\\n"\nmsgstr ""\n"Hai "\n"mai departe.\\n"\n',
            [("1", "Go on.\n", "Hai mai departe.\n")],
            (),
        ),
        (COMMENTS + 'msgctxt "menu"\nmsgid "Go."\nmsgstr "Du-te."\n', [("1", "Go.", "Du-te.")], ()),
        (
            'msgid "Say \\"go\\".\\t\\\\"\nmsgstr "Zi \\"du-te\\".\\x41\\102"\n',
            [("1", 'Say "go".\t\\', 'Zi "du-te".AB')],
            (),
        ),
        ('msgid "Go."\nmsgstr ""\n', [], ("1 segment is not translated yet",)),
        ('#, fuzzy, c-format\nmsgid "Go."\nmsgstr "Stai."\n', [], ("1 fuzzy entry is left out",)),
        ('#~ msgid "Go."\n#~ msgstr ""\n#~ "Du-te."\n', [], ("1 obsolete entry is left out",)),
        (
            '#~ msgid "Go."\n#~ msgstr "Du-te."\n#~ msgid "On."\n#~ msgstr "Hai."\n',
            [],
            ("2 obsolete entries are left out",),
        ),
        (
            'msgid "Go."\nmsgstr "Du-te."\nmsgid "On."\nmsgstr "Hai."\n',
            [("1", "Go.", "Du-te."), ("2", "On.", "Hai.")],
            (),
        ),
        ('msgctxt "a"\nmsgid ""\nmsgstr "x"\n', [("1", "", "x")], ()),
        ('msgid "%s"\nmsgstr "%s"\n', [], ("1 segment has no text",)),
        (
            'msgid "%d boat"\nmsgid_plural "%d boats"\nmsgstr[0] "%d barcă"\nmsgstr[1] "%d bărci"\nmsgstr[2] ""\n',
            [("1[0]", " boat", " barcă"), ("1[1]", " boats", " bărci"), ("1[2]", " boats", "")],
            (),
        ),
        ('msgid "boat"\nmsgid_plural "boats"\nmsgstr[0] ""\nmsgstr[1] ""\n', [], ("1 segment is not translated yet",)),
    ],
)
def test_entries(entry: str, found: list[tuple[str, str, str]], notes: tuple[str, ...]) -> None:
    bitext = read(entry + GOOD)
    assert texts(bitext)[:-1] == found and texts(bitext)[-1][1:] == ("Stay.", "Stai.")
    assert bitext.notes == notes and bitext.unread == ()


@pytest.mark.parametrize(
    ("entry", "line", "reason"),
    [
        ('msgid "Go."\n', 6, "the entry has no msgstr"),
        ('msgstr "Du-te."\n', 6, "the entry has no msgid"),
        ('msgid "Go."\nmsgid "On."\nmsgstr "Hai."\n', 7, "msgid stands twice in one entry"),
        ('msgid "Go."\nmsgstr "Du-te.\n', 7, "quotation marks do not come out even"),
        ('msgid "Go."\nmsgstr "Du-"te."\n', 7, "quotation marks do not come out even"),
        ('msgid "Go."\nmgstr Du-te.\n', 7, "not a line of a PO file"),
        ('# none\n"Go."\n', 7, "a text without a keyword before it"),
    ],
)
def test_broken_entries(entry: str, line: int, reason: str) -> None:
    bitext = read(entry + GOOD)
    assert [pair.source for pair in bitext.pairs] == ["Stay."]
    assert [record.line for record in bitext.unread] == [line]
    assert reason in bitext.unread[0].reason


@pytest.mark.parametrize(
    ("forms", "sources"),
    [
        ("nplurals=2; plural=(n != 1);", ["boat", "boats"]),
        ("nplurals=2; plural=n>1;", ["boat", "boats"]),
        ("nplurals=1; plural=0;", ["boats", "boats"]),
        ("nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : 2;", ["boats", "boat"]),
        ("nplurals=2; plural=n/0;", ["boat", "boats"]),
        ("nplurals=2; plural=__import__('os');", ["boat", "boats"]),
        ("nplurals=2; plural=" + "(" * 500 + "n" + ")" * 500, ["boat", "boats"]),
        ("", ["boat", "boats"]),
    ],
)
def test_the_form_for_one_thing_stands_beside_the_singular(forms: str, sources: list[str]) -> None:
    header = HEADER + f'"Plural-Forms: {forms}\\n"\n"X-Source-Language: en\\n"\n'
    entry = '\nmsgid "boat"\nmsgid_plural "boats"\nmsgstr[0] "a"\nmsgstr[1] "b"\n'
    bitext = bitext_from_bytes("messages.po", (header + entry).encode())
    assert [pair.source for pair in bitext.pairs] == sources
    assert {(pair.source_language, pair.target_language) for pair in bitext.pairs} == {("en", "ro")}
    assert [pair.origin for pair in bitext.pairs] == [Origin(0, "1", "0"), Origin(0, "1", "1")]


@pytest.mark.parametrize(
    ("said", "language"), [("sr@latin", "sr"), ("pt_BR", "pt"), ("zh_TW", "zh-Hant"), ("de_DE.UTF-8", "de"), ("", None)]
)
def test_language(said: str, language: str | None) -> None:
    data = (HEADER.replace("Language: ro", f"Language: {said}") + GOOD).encode()
    assert bitext_from_bytes("messages.po", data).pairs[0].target_language == language


def test_a_template_has_nothing_to_check() -> None:
    with pytest.raises(EmptyError, match="1 segment is not translated yet"):
        bitext_from_bytes("messages.pot", (HEADER.replace("UTF-8", "CHARSET") + '\nmsgid "Go."\nmsgstr ""\n').encode())


PLURALS = (
    '# checker: ignore\n#: a.c:1\n#, fuzzy\nmsgid "Go."\nmsgstr "Stai."\n\n#: a.c:2\nmsgid ""\n"Go "\n"on."\n'
    'msgstr ""\n"Hai "\n"mai departe."\n\nmsgid "boat"\nmsgid_plural "boats"\nmsgstr[0] "barcă"\nmsgstr[1] "bărci"\n'
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(["\n", "\r\n", "\r\r\n", "\r\r\r\n"]), min_size=1, max_size=9))
def test_line_ends_of_any_kind_are_one_line_end_each(endings: list[str]) -> None:
    lines = (HEADER + "\n" + PLURALS + GOOD).split("\n")
    text = "".join(line + endings[k % len(endings)] for k, line in enumerate(lines))
    found, plain = bitext_from_bytes("a.po", text.encode()), read(PLURALS + GOOD)
    assert texts(found) == texts(plain) and found.notes == plain.notes and not found.unread
    assert [pair.line for pair in found.pairs] == [pair.line for pair in plain.pairs]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('msgid "Go."\n\nmsgstr "Du-te."\n', [("Go.", {0: "Du-te."})]),
        ('msgid ""\n\n"Go "\n\n"on."\n\n\nmsgstr ""\n\n"Hai."\n', [("Go on.", {0: "Hai."})]),
        ('msgid "a"\n\nmsgid_plural "b"\n\nmsgstr[0] "c"\n\nmsgstr[1] "d"\n', [("a", {0: "c", 1: "d"})]),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr "d"\n', [("a", {0: "b"}), ("c", {0: "d"})]),
        ('msgid "a"\n\nmsgid "c"\nmsgstr "d"\n', [(6, "the entry has no msgstr"), ("c", {0: "d"})]),
        ('msgid "a"\n\nmsgctxt "m"\nmsgid "c"\nmsgstr "d"\n', [(6, "the entry has no msgstr"), ("c", {0: "d"})]),
        ('msgid "a"\n\n# c\nmsgid "c"\nmsgstr "d"\n', [(6, "the entry has no msgstr"), ("c", {0: "d"})]),
    ],
)
def test_blank_lines_separate_nothing_but_what_is_broken(text: str, found: list[tuple[object, object]]) -> None:
    read_back = [
        (one.msgid, one.forms) if isinstance(one, PoEntry) else (one.line, one.reason)
        for one in list(entries(HEADER + "\n" + text))[1:]
    ]
    assert read_back == found


def test_line_separators_inside_texts_are_no_line_ends() -> None:
    assert texts(read('msgid "a\u2028b\x85c"\nmsgstr "d\x0ce"\n')) == [("1", "a\u2028b\x85c", "d\x0ce")]


def test_placeholders_are_kept_beside_the_texts() -> None:
    pairs = read('msgid "Open %(boat)s"\nmsgstr "Deschide {barca}"\n\nmsgid "Open %s"\nmsgstr ""\n' + GOOD).pairs
    assert pairs[0].codes == Codes(("%(boat)s",), ("{barca}",))
    assert all(pair.codes == Codes((), ()) for pair in pairs[1:])


def test_sources_with_other_placeholders_and_forms_of_one_entry_are_told_apart() -> None:
    named = read('msgid "Open %(boat)s"\nmsgstr "a"\n\nmsgid "Open %(net)s"\nmsgstr "b"\n').pairs
    forms = read('msgid "%d boat"\nmsgid_plural "%d boats"\nmsgstr[0] "a %d"\nmsgstr[1] "b"\nmsgstr[2] "c %d"\n').pairs
    assert len({pair.context for pair in (*named, *forms)}) == 5
    assert [pair.codes.is_plural for pair in forms if pair.codes] == [True] * 3


def test_a_target_of_placeholders_is_neither_untranslated_nor_an_omission() -> None:
    texts = [("%(name)s %(title)s", "%(name)s: %(title)s"), (" By %(title)s ", "%(title)s"), ("Go home.", "Acasă.")]
    text = "\n\n".join(f'msgid "{source}"\nmsgstr "{target}"' for source, target in texts)
    bitext = bitext_from_bytes("messages.po", text.encode())
    read = [(pair.source.strip(), pair.target.strip()) for pair in bitext.pairs]
    assert read == [("", ":"), ("By", ""), ("Go home.", "Acasă.")]
    evidence = evidence_on(bitext, Loaded(Settings(target_language="ro"), Models("embedded")))
    assert not findings(evidence, Limits()) and evidence.pairs[1].p_omission == 0.0
