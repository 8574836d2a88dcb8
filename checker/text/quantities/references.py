"""Places in a text that two numbers say: Article 5(2), § 3 Absatz 8, chapter 4, table 7.

What may hold another comes first, whichever is said first: "paragraph 2 of Article 5" is 5 and 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from checker.model import Span
from checker.text.quantities.record import Quantity
from checker.text.quantities.words import folded

# By language, folded, from what holds most to what holds least: volumes, chapters, articles and rows, paragraphs and
# pages, points and tables.  What ends in "-" takes any ending.
_LABELS = {
    "en": "volume book act|chapter part title|article art section sec rule row"
    "|paragraph para subsection page scene seat column"
    "|point sentence table figure line item clause verse step",
    "de": "band buch akt|kapitel teil titel|artikel art paragraph paragraf abschnitt reihe §"
    "|absatz abs seite szene platz sitz spalte"
    "|satz nummer nr tabelle abbildung abb zeile punkt ziffer vers schritt",
    "nl": "deel boek|hoofdstuk titel|artikel art sectie rij paragraaf|lid alinea pagina bladzijde stoel kolom"
    "|punt tabel figuur regel stap",
    "sv": "volym band bok akt|kapitel kap del|artikel avsnitt paragraf|punkt stycke sida scen plats kolumn"
    "|mening tabell figur rad steg",
    "da": "bind bog akt|kapitel del|artikel paragraf afsnit række §|stk side scene plads kolonne"
    "|punkt nr tabel figur linje trin",
    "no": "bind bok akt|kapittel del|artikkel paragraf avsnitt rad §|ledd side scene plass kolonne"
    "|punkt tabell figur linje trinn",
    "fr": "volume tome livre acte|chapitre partie titre|article art section rang"
    "|paragraphe alinea page scene siege place colonne|point phrase tableau figure ligne verset etape",
    "es": "volumen tomo libro acto|capitulo parte titulo|articulo art seccion fila"
    "|apartado parrafo pagina escena asiento columna|punto frase cuadro tabla figura linea versiculo paso",
    "it": "volume libro atto|capitolo parte titolo|articolo art sezione fila"
    "|paragrafo comma pagina scena posto colonna|punto tabella figura riga versetto passo",
    "pt": "volume livro ato|capitulo parte titulo|artigo art secao seccao fila|paragrafo pagina cena lugar coluna"
    "|ponto quadro tabela figura linha passo",
    "ro": "volum- cartea actul|capitol- partea titlul|articol- art sectiune- randul"
    "|alineat- alin paragraf- pagina scena locul coloana|punct- pct tabel- figura linia pasul",
    "pl": "tom ksiega akt|rozdzial- czesc tytuł|artykuł- art § rzad|ust ustep- strona str scena miejsce kolumna"
    "|pkt punkt- tabela tabeli rysunek wiersz krok",
    "cs": "svazek kniha|kapitol- kap cast hlava|clanek clanku cl § rada|odst odstav- strana str sedadlo sloupec"
    "|bod tabulka obrazek radek krok",
    "sk": "zvazok kniha|kapitol- cast hlava|clanok clanku cl § rad|ods odsek- strana str sedadlo stlpec"
    "|bod tabulka obrazok riadok",
    "hr": "svezak|poglavlj- dio|clan- cl odjeljak|stav- st stranica str|tock- tablic- slik-",
    "bg": "том|глав- част-|член чл §|алинея ал параграф страница стр|точка т таблица фигура",
    "ru": "том книга|глав- част- раздел-|стать- ст ряд §|пункт- п абзац- страниц- стр мест-"
    "|подпункт- таблиц- рисун- строк-",
    "uk": "том книга|розділ- глав- частин-|статт- ст ряд §|пункт- п абзац- сторін- стор|підпункт- таблиц- рисун-",
    "el": "τομος|κεφαλαι-|αρθρ-|παραγραφ- σελιδ-|σημει- πινακ-",
    "hu": "kotet-|fejezet- resz-|cikk- §|bekezdes- oldal-|pont- tablazat- abra-",
    "fi": "osa-|luku luvu-|artikla-|kohta kohda- momentt- momenti- sivu-|alakohta taulukko kuva",
    "et": "koide|peatuk-|artikl- §|loige loike- lehekul-|punkt- tabel-",
    "lt": "tomas|skyri-|straipsni-|dali- puslapi-|punkt- lentel-",
    "lv": "sejum-|nodal-|pant-|punkt- dal- lappus-|apakspunkt- tabul-",
}
_NUMBER_FIRST = frozenset({"hu", "fi", "et", "lt", "lv"})
"""Languages that say the number before what it numbers: "6. cikk"."""

_BOUND = re.compile(r"(?:article|section|rule|regulation|art\.?|sec\.?|§) ?(\d{1,4})\((\d{1,3})\)")
_DIGIT = re.compile(r"\d")
_BETWEEN = re.compile("[^.;:]{0,14}")
"""What may stand between the two: "of the", "des"; the bound is chosen."""

_SHORT = 4
"""Letters of a name up to which it takes no ending, for it may be the beginning of another word; chosen."""


def references(text: str, language: str) -> Iterator[Quantity]:
    """The places that ``text`` names by two numbers, as ratios: their numbers are in an order."""
    low = folded(text)
    pattern = _pattern(language)
    if pattern is None or len(low) != len(text) or not _DIGIT.search(low):
        return
    for match in _BOUND.finditer(low):
        yield _ratio(match.span(), match[1], match[2])
    said = [(match.lastgroup or "", match) for match in pattern.finditer(low)]
    for (rank, one), (other_rank, other) in pairwise(said):
        if rank != other_rank and _BETWEEN.fullmatch(low, one.end(), other.start()):
            outer, inner = (one, other) if rank < other_rank else (other, one)
            yield _ratio((one.start(), other.end()), _number(outer), _number(inner))


def _number(match: re.Match[str]) -> str:
    return "".join(character for character in match[0] if character.isdigit())


def _ratio(place: tuple[int, int], outer: str, inner: str) -> Quantity:
    parts = Decimal(outer), Decimal(inner)
    return Quantity(Span(*place), "ratio", parts[:1], spelled=True, parts=parts)


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    """A name and its number, in a group that is named for its rank: "r0" to "r4"."""
    if language not in _LABELS:
        return None
    groups = []
    for rank, labels in enumerate(_LABELS[language].split("|")):
        names = "|".join(map(_forms, labels.split()))
        said = rf"(?:{names})\.? ?\(?\d{{1,4}}\b\)?"
        if language in _NUMBER_FIRST:
            said = rf"\(?\d{{1,4}}\)?\.? (?:{names})\b"
        groups.append(rf"(?P<r{rank}>(?<!\w){said})")
    return re.compile("|".join(groups))


def _forms(label: str) -> str:
    """A pattern of a name: a stem takes any ending, a long name a short one."""
    if label.endswith("-"):
        return rf"{re.escape(label[:-1])}\w{{0,8}}"
    return rf"{re.escape(label)}\w{{0,2}}" if len(label) > _SHORT else re.escape(label)
