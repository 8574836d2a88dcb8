"""UNT001 and LNG001 on pages in both languages: what was forgotten is reported, what rightly stays is not.

Each case puts a line into an original and another one into its rendering, in a page as people publish them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest

import checker

ORIGINAL = (
    "The observatory on the hill opens its doors again on Friday.",
    "The large telescope was taken apart and cleaned during the winter.",
    "{line}",
    "Visitors can look at the moon from nine in the evening.",
    "Whoever has no warm coat can borrow one at the entrance.",
)
RENDERINGS = {
    "de": (
        "Die Sternwarte auf dem Hügel öffnet am Freitag wieder ihre Türen.",
        "Das große Fernrohr wurde im Winter zerlegt und gereinigt.",
        "{line}",
        "Besucher können ab neun Uhr abends den Mond betrachten.",
        "Wer keinen warmen Mantel hat, kann sich am Eingang einen leihen.",
    ),
    "fr": (
        "L'observatoire de la colline rouvre ses portes vendredi.",
        "Le grand télescope a été démonté et nettoyé pendant l'hiver.",
        "{line}",
        "Les visiteurs peuvent regarder la lune à partir de neuf heures du soir.",
        "Ceux qui n'ont pas de manteau chaud peuvent en emprunter un à l'entrée.",
    ),
    "ro": (
        "Observatorul de pe deal își redeschide porțile vineri.",
        "Telescopul mare a fost demontat și curățat în timpul iernii.",
        "{line}",
        "Vizitatorii pot privi luna de la ora nouă seara.",
        "Cine nu are o haină groasă poate împrumuta una la intrare.",
    ),
    "tr": (
        "Tepedeki gözlemevi cuma günü kapılarını yeniden açıyor.",
        "Büyük teleskop kış boyunca söküldü ve temizlendi.",
        "{line}",
        "Ziyaretçiler akşam dokuzdan itibaren aya bakabilir.",
        "Kalın paltosu olmayanlar girişte ödünç alabilir.",
    ),
    "uk": (
        "Обсерваторія на пагорбі в п'ятницю знову відчиняє свої двері.",
        "Великий телескоп узимку розібрали й почистили.",
        "{line}",
        "Відвідувачі можуть дивитися на місяць з дев'ятої вечора.",
        "Хто не має теплого пальта, може позичити його на вході.",
    ),
}
HTML = "<html><body><h1>{0}</h1><ul><li>{1}</li><li>{2}</li></ul><p>{3}</p><p>{4}</p></body></html>"
MARKDOWN = "# {0}\n\n{1}\n\n- {2}\n\n{3} {4}\n"
PLAIN = "{0} {1}\n\n{2}\n\n{3} {4}\n"


class Case(NamedTuple):
    """A line of the original, what the rendering has for it, in which language and page, and the rules that fire."""

    line: str
    rendered: str
    language: str = "de"
    page: str = PLAIN
    codes: tuple[str, ...] = ()


def left(line: str, language: str, page: str) -> Case:
    return Case(line, line, language, page, ("UNT001",))


def stays(line: str, language: str, page: str) -> Case:
    return Case(line, line, language, page)


FORGOTTEN = (
    left("The cafe on the terrace will be closed until the middle of June.", "de", PLAIN),
    left("Nobody may climb on the dome without a guide.", "fr", HTML),
    left("Tickets can be bought at the gate or on the website.", "ro", MARKDOWN),
    left("The bus from the station runs every twenty minutes.", "tr", HTML),
    left("Children under six do not have to pay anything.", "uk", PLAIN),
    left("Dogs are not allowed in the building.", "uk", MARKDOWN),
    Case(
        "The cafe on the terrace will be closed until June.",
        "Kawiarnia na tarasie będzie zamknięta aż do czerwca.",
        "de",
        PLAIN,
        ("LNG001",),
    ),
    Case(
        "The bus from the station runs every twenty minutes.",
        "Автобус від станції ходить кожні двадцять хвилин протягом дня.",
        "fr",
        HTML,
        ("LNG001",),
    ),
    Case(
        "Nobody may climb on the dome without a guide.",
        "Ohne Führer darf niemand auf die Kuppel steigen, auch nicht bei Tag.",
        "tr",
        MARKDOWN,
        ("LNG001",),
    ),
    Case(
        "Tickets can be bought at the gate or on the website.",
        "Los billetes se pueden comprar en la puerta o en la página web.",
        "uk",
        PLAIN,
        ("LNG001",),
    ),
)
RIGHTLY = (
    stays("Norwell Institute for Applied Astronomy", "de", PLAIN),
    stays('Hale, J. (2011). "A History of Small Telescopes". Norwell University Press, pp. 12-40.', "fr", PLAIN),
    stays("https://norwell.example.org/visit/opening-hours/how-to-get-there", "ro", HTML),
    stays("Norwell Sky Survey Data Release 3 Explorer", "tr", MARKDOWN),
    stays("norwell --night --lens 12 --output moon.fits", "uk", MARKDOWN),
    stays("Creative Commons Attribution-ShareAlike 4.0 International", "fr", HTML),
    stays("Phone: +44 20 7946 0000, visit@norwell.example.org", "de", HTML),
    Case(
        "Above the door is written: Per aspera ad astra.",
        "Über der Tür steht: Per aspera ad astra.",
        "de",
        PLAIN,
    ),
    Case(
        'The song "The Stars Look Down on You and Me" will be sung.',
        "Se va cânta „The Stars Look Down on You and Me”.",
        "ro",
        PLAIN,
    ),
    Case(
        'The guest from Madrid said "Aquí se ven las estrellas mejor que en casa".',
        "Der Gast aus Madrid sagte: „Aquí se ven las estrellas mejor que en casa“.",
        "de",
        HTML,
    ),
    Case("Choose Tools > Options > Night Mode.", "Wählen Sie Tools > Options > Night Mode.", "de", MARKDOWN),
    Case("Opening hours", "Opening hours / Öffnungszeiten", "de", MARKDOWN),
)


def codes(case: Case, folder: str) -> Iterator[str]:
    suffix = {HTML: "html", MARKDOWN: "md", PLAIN: "txt"}[case.page]
    paths = []
    for name, texts, line in (("en", ORIGINAL, case.line), ("xx", RENDERINGS[case.language], case.rendered)):
        path = f"{folder}/{name}.{suffix}"
        with open(path, "w", encoding="utf-8") as file:
            file.write(case.page.format(*(text.format(line=line) for text in texts)))
        paths.append(path)
    result = checker.compare_files(*paths)
    yield from (one.code for one in result.findings if one.code in ("UNT001", "LNG001"))


@pytest.mark.parametrize("case", [*FORGOTTEN, *RIGHTLY], ids=lambda case: case.rendered[:30])
def test_what_was_forgotten_is_reported_and_nothing_else(case: Case, tmp_path: str) -> None:
    assert tuple(codes(case, str(tmp_path))) == case.codes
