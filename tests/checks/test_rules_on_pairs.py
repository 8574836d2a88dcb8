"""Rules on aligned pairs, on evidence made by hand: what is said, where, how gravely, and once."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from checker.checks import RULES, Limits, findings
from checker.checks.rules.con001 import check as inconsistent
from checker.evidence import PairEvidence, RenderingEvidence, SentenceEvidence, SourceEvidence
from checker.model import Alignment, Bead, Finding, Segment, SourceLink


def evidence(
    pairs: Sequence[tuple[str, str]],
    *,
    languages: tuple[str, str] = ("en", "de"),
    own: dict[int, str] | None = None,
    p_addition: dict[int, float] | None = None,
    undetermined: dict[int, str] | None = None,
) -> RenderingEvidence:
    """Pairs of which nothing is to be said but what is asked for."""
    source = tuple(Segment(k, 0, len(text), k + 1, 1, text, text) for k, (text, _) in enumerate(pairs))
    target = [Segment(k, 0, len(text), k + 1, 1, text, text) for k, (_, text) in enumerate(pairs)]
    links = [(SourceLink(k, 0.8),) for k in range(len(pairs))]
    sentences = tuple(
        SentenceEvidence(
            segment,
            (own or {}).get(k, languages[1]),
            links[k],
            links[k],
            0.8,
            (p_addition or {}).get(k, 0.0),
            (),
            (),
            undetermined=(undetermined or {}).get(k, ""),
        )
        for k, segment in enumerate(target)
    )
    return RenderingEvidence(
        source,
        *languages,
        sentences,
        Alignment("given", tuple(Bead((k,), (k,), 0.8, 0.0) for k in range(len(pairs)))),
        tuple(SourceEvidence(segment, (k,), 0.0) for k, segment in enumerate(source)),
        (0, len(pairs)),
        False,
        (PairEvidence(0.0, 0.0, 0.0, 0.0, 0.0),) * len(pairs),
    )


def found(made: RenderingEvidence) -> list[tuple[str, int]]:
    return [(finding.code, finding.pair_index) for finding in findings(made, Limits(), RULES)]


SOURCE = "Close the safety valve before cleaning."
USUAL = "Schließen Sie vor der Reinigung das Sicherheitsventil."


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (USUAL, "Schließen Sie vor der Reinigung die Notklappe.", True),
        (USUAL, "Drehen Sie den Schutzhahn zu, bevor Sie putzen.", True),
        (USUAL, USUAL.upper(), False),
        (USUAL, f"  {USUAL.rstrip('.')} !", False),
        (USUAL, "Vor der Reinigung schließen Sie das Sicherheitsventil.", False),
        (USUAL, "Schließen Sie vor der Reinigung bitte immer das Sicherheitsventil.", False),
        (USUAL, "Das Sicherheitsventil schließen.", False),
        (USUAL, "Schliessen Sie vor der Reinigung die Sicherheitsventile.", False),
        ("Închideți supapa de siguranță.", "Inchideti supapa de siguranta.", False),
        ("Închideți supapa de siguranță.", "Închideți robinetul de protecție.", True),
        ("Закройте предохранительный клапан.", "Закройте предохранительные клапаны.", False),
        ("Закройте предохранительный клапан.", "Закройте аварийную задвижку.", True),
        ("Затворите сигурносни вентил.", "Zatvorite sigurnosni ventil.", False),  # one language, two scripts
        ("清洁前请关闭安全阀。", "清洁前请关闭安全阀", False),
        ("清洁前请关闭安全阀。", "打扫之前把保险阀拧紧。", True),
        ("掃除の前に安全弁を閉めてください。", "お手入れの際は必ずバルブをロックします。", True),
        ("أغلق صمام الأمان قبل التنظيف.", "أغلق صمام الأمان قبل التنظيف!", False),
        ("أغلق صمام الأمان قبل التنظيف.", "اقفل محبس الحماية عند الغسل.", True),
    ],
)
def test_what_clashes(one: str, other: str, clash: bool) -> None:
    made = evidence([(SOURCE, one), ("The pump starts.", "Die Pumpe startet."), (SOURCE, other)])
    assert [finding.pair_index for finding in inconsistent(made, Limits())] == ([2] if clash else [])


@pytest.mark.parametrize(
    ("sources", "fires"),
    [
        ((SOURCE, SOURCE), True),
        ((SOURCE, f" {SOURCE.upper()}\n"), True),
        (("ﬁle cabinet is open", "file cabinet is open"), True),  # a ligature
        ((SOURCE, "Close the valve before cleaning."), False),
        (("Valve 3", "Valve 4"), False),
        (("12", "12"), False),
    ],
)
def test_which_sources_are_the_same(sources: tuple[str, str], fires: bool) -> None:
    made = evidence([(sources[0], "Das blaue Ventil"), (sources[1], "Der rote Hahn")])
    assert bool(list(inconsistent(made, Limits()))) is fires


def test_long_texts_are_compared_in_little_room() -> None:
    one, other = "".join(map(chr, range(0x4E00, 0x8E00))), "".join(map(chr, range(0xAC00, 0xD700)))
    made = evidence([(SOURCE, one), (SOURCE, other)])
    assert [finding.pair_index for finding in inconsistent(made, Limits())] == [1]


def test_one_finding_for_each_deviating_target_beside_what_prevails() -> None:
    other, third = "Sperren Sie den Hahn, bevor Sie putzen.", "Vorher bitte alles abdrehen und prüfen!"
    made = evidence([(SOURCE, text) for text in (other, USUAL, USUAL, third, other, USUAL)])
    clashing = list(inconsistent(made, Limits()))
    assert [finding.pair_index for finding in clashing] == [0, 3, 4]
    assert all("at line 2 and 2 more: Schließen Sie" in finding.message for finding in clashing)
    assert {finding.severity for finding in clashing} == {"major"}


def test_where_none_prevails_the_first_is_taken_as_usual() -> None:
    (finding,) = inconsistent(evidence([("Settings", "Setări"), ("settings", "Configurare")]), Limits())
    assert (finding.pair_index, finding.severity) == (1, "minor")  # a word may mean two things
    assert "there: setări; here: configurare" in finding.message


@pytest.mark.parametrize(
    "made",
    [
        evidence([(SOURCE, USUAL), (SOURCE, "")]),
        evidence([(SOURCE, USUAL), (SOURCE, SOURCE)]),
        evidence([(SOURCE, USUAL), (SOURCE, "Zamknij zawór przed myciem.")], own={1: "pl"}),
    ],
    ids=["missing", "untranslated", "another language"],
)
def test_what_is_no_rendering_is_not_compared(made: RenderingEvidence) -> None:
    assert not list(inconsistent(made, Limits()))


@pytest.mark.parametrize(
    ("pairs", "options", "expected"),
    [
        # An invented rendering of a repeated source is one problem, not two.
        ([(SOURCE, USUAL), (SOURCE, "Der König kam nach Samarkand.")], {"p_addition": {1: 0.9}}, [("ADD001", 1)]),
        # A copy is untranslated, whatever else can be said of it; other pairs with the same offsets are not touched.
        (
            [(SOURCE, SOURCE), (SOURCE[::-1], SOURCE[::-1].upper())],
            {"p_addition": {0: 0.9, 1: 0.9}, "own": {0: "en"}},
            [("UNT001", 0), ("ADD001", 1)],
        ),
        (
            [("Nobody complained.", "Nikt się dotychczas nie skarżył na to, co robimy.")],
            {"p_addition": {0: 0.9}, "own": {0: "pl"}},
            [("LNG001", 0)],
        ),
        ([("Yes", "Ja")], {"undetermined": {0: "it has too few telling words"}}, [("QE001", 0)]),
        ([("OK", "ok")], {"undetermined": {0: "it has too few telling words"}}, []),
        ([("7.5", "7,5")], {"undetermined": {0: "there are no words in it"}}, []),
    ],
)
def test_one_finding_for_one_problem(
    pairs: list[tuple[str, str]], options: dict[str, object], expected: list[tuple[str, int]]
) -> None:
    assert sorted(found(evidence(pairs, **options)), key=lambda item: item[1]) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "own", "fires"),
    [
        ("Nobody opened it on the way", "de", True),
        ("The harbour opens again tomorrow morning.", "en", True),
        ("这座桥今天因为大风而关闭。", "de", True),
        ("Save changes", "de", False),
        ("Marta Ellingsen, director general", "de", False),
        ("Journal of the Osmer Basin Historical Society", "de", False),
        ("https://example.org/a/way/to/go", "de", False),
        ("marta@example.org", "de", False),
        ("x = read(parcel); print(x);", "de", False),
        ("C:\\work\\files\\of\\mine", "de", False),
        ("ISO 9001:2015, DIN EN 60204-1", "de", False),
        ("3.5 mm, 12 V, 20 A", "de", False),
        ("%1$s of %2$s files {count} copied", "de", False),
    ],
)
def test_copies(text: str, own: str, fires: bool) -> None:
    made = evidence([(text, text)], own={0: own})
    assert (("UNT001", 0) in found(made)) is fires


@pytest.mark.parametrize(
    ("languages", "target", "fires"),
    [
        (("en", "de"), "The captain has signed for all of the parcels himself today.", True),
        (("en", "de"), "The captain signed.", False),
        (("en", "en"), "The captain has signed for all of the parcels himself today.", False),
    ],
)
def test_text_in_the_language_of_the_source(languages: tuple[str, str], target: str, fires: bool) -> None:
    made = evidence([("It was the captain who signed.", target)], languages=languages, own={0: "en"})
    assert (("UNT001", 0) in found(made)) is fires


def test_every_finding_says_on_which_pair_it_is() -> None:
    made = evidence([("Yes, we know it.", "Ja."), (SOURCE, SOURCE)], p_addition={0: 0.9})
    for finding in findings(made, Limits(), RULES):
        assert isinstance(finding, Finding) and finding.target is not None
        assert finding.target.index == finding.pair_index
