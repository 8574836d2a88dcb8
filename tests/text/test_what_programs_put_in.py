"""What a program puts into a text, or reads in it, and its translation has otherwise; and what only looks like it."""

from time import process_time

import pytest

from checker.text.placeholders.texts import lost_and_new

# Source, target that lacks or changes something, what it lacks, what it has alone.
WRONG = [
    ("Found %d%% of it.", "Trouvé %d % du tout.", ["%%"], []),
    ("Dear $client, thank you.", "Querido $cliente: gracias.", ["$client"], ["$cliente"]),
    ("Only :left days are left.", "Es bleiben nur Tage.", [":left"], []),
    ("Lent by @owner.", "Verliehen von @besitzer.", ["@owner"], ["@besitzer"]),
    ("Dear #surname#, hello.", "Szanowni Państwo, dzień dobry.", ["#surname#"], []),
    ("Parcel [parcel_no] is here.", "Das Paket ist da.", ["[parcel_no]"], []),
    ("$1 lent $2 a boat.", "$1 lieh $1 ein Boot.", ["$2"], []),
    (
        "{n, plural, one {# boat} other {# boats}}",
        "{m, plural, one {# Boot} other {# Boote}}",
        ["{n, plural}"],
        ["{m, plural}"],
    ),
    ("{n, plural, one {# boat} other {# boats}}", "einige Boote", ["{n, plural}"], []),
    ("{n, plural, one {a} other {b}}", "{n, plural, un {a} other {b}}", [], ["{n, plural, un}"]),
    ("{who, select, female {She} other {They}}", "{who, select, elle {Elle} other {Ils}}", [], ["{who, select, elle}"]),
    ("Read the <b>map</b>.", "Lesen Sie die <b>Karte.", ["</b>"], []),
    ("Read the <b>map</b>.", "Lesen Sie die </b>Karte<b>.", ["</b>"], ["</b>"]),
    ("Read the <1>map</1>.", "Lesen Sie die <2>Karte</2>.", ["<1>", "</1>"], ["<2>", "</2>"]),
    ("<a href='/map'>Map</a>", "<a href='/karte'>Karte</a>", ["<a href='/map'>"], ["<a href='/karte'>"]),
    ("One.<br>Two.", "Eins. Zwei.", ["<br>"], []),
    ("Map &amp; boat", "Karte &amp Boot", ["&amp;"], ["&amp"]),
    (r"One.\nTwo.", "Eins. Zwei.", [r"\n"], []),
    (r"One:\tTwo:\t3", r"Eins: Zwei:\t3", [r"\t"], []),
    ("Press Ctrl+K.", "Appuyez sur Ctrl+J.", ["Ctrl+K"], ["Ctrl+J"]),
    ("Run it with --quiet.", "Mit --leise ausführen.", ["--quiet"], ["--leise"]),
    ("Edit /etc/boats/list.", "Bearbeiten Sie /etc/boote/liste.", ["/etc/boats/list"], ["/etc/boote/liste"]),
    ("Call `row_boat` twice.", "Rufen Sie `boot_rudern` zweimal auf.", ["`row_boat`"], []),
    ("See https://boats.example/hire.", "Siehe dort.", ["https://boats.example/hire"], []),
    ("Ask hire@boats.org.", "Fragen Sie hire@boats.com.", ["hire@boats.org"], ["hire@boats.com"]),
    ("Ask hire@boats.example.", "Fragen Sie hire@botas.example.", ["hire@boats.example"], ["hire@botas.example"]),
]
# Source and target that differ in nothing that a program would see.
RIGHT = [
    ("Found %d%% of it.", "%d Prozent davon gefunden."),
    ("{n, plural, one {# boat} other {# boats}}", "{n}隻の船"),
    ("{who, select, female {She} other {They}} rowed.", "Eveztek."),
    ("{n, plural, one {# cat} other {# cats}}", "{n, plural, one {# kot} few {# koty} many {# kotów} other {# kota}}"),
    ("A <strong>boat</strong>, a <br/> line", "Ein <b>Boot</b>, eine <br> Zeile"),
    ('<img src="boat.png" alt="A boat">', '<img src="boat.png" alt="Ein Boot">'),
    ("<a href='/en/map'>Map</a>", "<a href='/de/karte'>Karte</a>"),
    ("Type <your name> here.", "Geben Sie hier <Ihr Name> ein."),
    ("If a < b and b > c, row.", "Wenn a < b und b > c, rudern."),
    ("He rowed --alone-- home.", "Er ruderte – allein – heim."),
    ("boats and/or oars", "Boote und/oder Ruder"),
    ("Western-style and -quality boats", "barcos de estilo y calidad occidentales"),
    ("It costs $US 5 or $A7.", "Es kostet 5 US-Dollar oder 7 australische Dollar."),
    ("Bring $1 or $2.", "Bringen Sie einen oder zwei Dollar mit."),
    ("Thanks to @Coastguard.", "Dank an die Coastguard."),
    ("Remarque :ceci est vrai.", "Anmerkung: Das stimmt."),
    ("We like #boats.", "Wir mögen #boote."),
    ("It [the boat] sank.", "Es [das Boot] sank."),
    (r"Copy it to C:\new.", r"Kopieren Sie es nach C:\neu."),
    ("Press Ctrl+S.", "Drücken Sie Strg + S."),
    ("Your files are in /home/ann/boats.", "Ihre Dateien sind in /home/eva/boote."),
    ("Ask info@boats.fr.", "Fragen Sie info@boats.de."),
    ("yourname@example.com", "deinname@example.com"),
    ("More at https://www.boats.example/.", "Mehr auf boats.example."),
    ("Write to hire@boats.example", "请写信至hire@boats.example，谢谢"),
    ("Sizes 5+M are out.", "Die Größen 5+M sind aus."),
]


@pytest.mark.parametrize(("source", "target", "lost", "new"), WRONG)
def test_what_is_lost_and_what_is_new(source: str, target: str, lost: list[str], new: list[str]) -> None:
    assert lost_and_new(source, target) == (lost, new)


@pytest.mark.parametrize(("source", "target"), RIGHT)
def test_what_is_the_same_for_a_program(source: str, target: str) -> None:
    assert lost_and_new(source, target) == ([], [])


@pytest.mark.parametrize(("source", "_lost", "_new", "target"), [(one[0], one[2], one[3], one[1]) for one in WRONG])
def test_a_text_has_all_that_it_has_itself(source: str, _lost: list[str], _new: list[str], target: str) -> None:
    assert lost_and_new(source, source) == ([], [])


def test_tags_can_be_left_aside() -> None:
    assert lost_and_new("<b>Map</b>", "Karte", with_tags=False) == ([], [])


HOSTILE = [
    "{",
    "%",
    "%%",
    "<a ",
    "<b",
    "`a",
    "{a,plural,other{",
    "--a",
    "/a",
    "a+",
    "&amp",
    "@a.",
    ":a",
    "[a_",
    "#a",
    "$",
    "\\n",
    "www.",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_much_of_anything_is_read_in_time(piece: str) -> None:
    begun = process_time()
    lost_and_new(piece * 20_000, piece * 10_000)
    assert process_time() - begun < 5  # seconds: what goes with the square of the length takes minutes
