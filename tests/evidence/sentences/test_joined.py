"""Sentences that a translator joined: who has which part of them."""

from __future__ import annotations

from checker import compare

ENGLISH = [
    "The town of Lerwell opened a new bridge for people on bicycles.",
    "It was built in eleven months by a company from the harbour.",
    "Worth a visit is the mill, which grinds flour on Sundays as it did two hundred years ago.",
    "(See mill(1), lerwell(7), /usr/share/doc/mill/index.html.)",
    "Children under ten get in free of charge when an adult comes along.",
    "The library lends tents in summer.",
]
SPANISH = [
    "La ciudad de Lerwell inauguró un nuevo puente para ciclistas.",
    "Lo construyó en once meses una empresa del puerto.",
    "Merece una visita el molino, que muele harina los domingos como hace doscientos años (véase mill(1), lerwell(7),"
    " /usr/share/doc/mill/index.html).",
    "Los niños menores de diez años entran gratis si los acompaña un adulto.",
    "La biblioteca presta tiendas de campaña en verano.",
]
LEFT_OUT = [
    text if "mill(1)" not in text else "(Véase mill(1), lerwell(7), /usr/share/doc/mill/index.html.)"
    for text in SPANISH
]


def codes(source: list[str], target: list[str]) -> list[str]:
    return [finding.code for finding in compare("\n\n".join(source), "\n\n".join(target), omissions="always").findings]


def linked(source: list[str], target: list[str]) -> list[list[int]]:
    """Of each sentence of the rendering those of the original that it draws on."""
    (document,) = compare("\n\n".join(source), "\n\n".join(target)).documents
    (rendering,) = document.renderings
    return [sorted(link.index for link in segment.source) for segment in rendering.segments]


def test_a_short_sentence_does_not_take_the_long_one_it_was_joined_with() -> None:
    assert linked(ENGLISH, SPANISH)[2] == [2, 3]
    assert linked(SPANISH, ENGLISH)[2:4] == [[2], [2]]
    assert codes(ENGLISH, SPANISH) == codes(SPANISH, ENGLISH) == []


def test_what_is_left_out_beside_a_short_sentence_is_still_left_out() -> None:
    assert codes(ENGLISH, LEFT_OUT) == ["OMI001"]


def test_half_a_sentence_at_the_beginning_of_the_next_is_not_added() -> None:
    source = [
        "The town of Lerwell opened a new bridge for people on bicycles.",
        "The mill grinds flour on Sundays; it is used by schools from all over the county, most of them far away.",
        "(See mill(1), lerwell(7), /usr/share/doc/mill/index.html.)",
        "Children under ten get in free of charge when an adult comes along.",
        "The library lends tents in summer.",
    ]
    target = [
        "Die Stadt Lerwell eröffnete eine neue Brücke für Radfahrer.",
        "Die Mühle mahlt sonntags Mehl.",
        "Sie wird von Schulen aus der ganzen Grafschaft genutzt, die meisten weit weg"
        " (siehe mill(1), lerwell(7), /usr/share/doc/mill/index.html).",
        "Kinder unter zehn Jahren kommen kostenlos hinein, wenn ein Erwachsener mitkommt.",
        "Die Bibliothek verleiht im Sommer Zelte.",
    ]
    assert linked(source, target)[1:3] == [[1, 2], [1, 2]]
    assert codes(source, target) == []
