"""Which columns of a table, or fields of a record, hold source, target, id and languages.

Guessed from what people and tools call them, whatever the case, accents, spaces, hyphens and underscores; or as named
by the caller.  A column may also be called by its language, alone or beside what it holds ("en", "Englisch", "pt-BR",
"Source (English)", "English text", "target_ro").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from checker.errors import ColumnsError
from checker.text.languages.names import language_called
from checker.text.languages.tags import canonical, known_language

_SHOWN = 20
_SHOWN_CHARACTERS = 40
_EVERYDAY = 2
_FOLDED = re.compile(r"[\s_\-./]+")
_LONGEST = 100
"""Characters of a name that may be one; cells of texts are looked at too."""
_MOST_WORDS = 4
_OTHER_WORDS = frozenset("id no is in so or to am my be mac may per fin som tel sin mar".split())
"""Codes of languages that are other words beside what a column holds: "text id"."""
_WORDS = re.compile(r"[^\s_:./]+")
_PARENTHESIS = re.compile(r"^(.+?)\s*[(\[]([^()\[\]]*)[)\]]\s*$", re.S)

# For each role its own name, which goes before all others; what else it is called; what it is called by people who work
# in other languages than English, or without a thought, where the names are also everyday words.
_NAMES = {
    "source": (
        "source",
        "src orig original originaltext sourcetext sourcesegment sourcesentence sourcestring srctext srcsegment "
        "srcsentence sourcephrase sourcecontent sourceterm sourcevalue sourcelanguagetext msgid",
        "term string text phrase message "
        "ausgangstext quelltext quelle quellsegment ausgangssegment quellsprache ausgangssprache "
        "textesource segmentsource phrasesource texteoriginal "
        "origen textoorigen textodeorigen textooriginal segmentodeorigen origem textodeorigem textofonte "
        "originale testooriginale testodipartenza testosorgente segmentodipartenza "
        "brontekst bron källtext källa kildetekst lähdeteksti alkuteksti "
        "sursa textsursa textulsursa textoriginal textuloriginal "
        "źródło tekstźródłowy oryginał tekstoryginalny zdroj zdrojovýtext originál zdrojovytext východiskovýtext "
        "forrás forrásszöveg eredeti eredetiszöveg izvornik izvornitekst izvirnik izvirnobesedilo извор "
        "kaynak kaynakmetin orijinal orijinalmetin lähtetekst originaal avots avotateksts oriģināls "
        "originalas šaltinis šaltiniotekstas πηγή κείμενοπηγής πρωτότυπο πρωτότυποκείμενο "
        "исходныйтекст источник оригинал оригінал вихіднийтекст джерело изходентекст "
        "原文 源文 源语言 源文本 原语 원문 "
        "النصالأصلي المصدر النصالمصدر الأصل מקור טקסטמקור متناصلی متنمبدأ मूल मूलपाठ स्रोत "
        "vănbảngốc bảngốc vănbảnnguồn sumber tekssumber ต้นฉบับ ორიგინალი წყარო բնօրինակ",
    ),
    "target": (
        "target",
        "tgt trg translation translated translatedtext translationtext rendering mt mtoutput machinetranslation "
        "hyp hypothesis targettext targetsegment targetsentence targetstring tgttext tgtsegment tgtsentence "
        "targetphrase targetcontent targetterm targetvalue targetlanguagetext msgstr",
        "zieltext ziel zielsegment zielsprache übersetzung textecible cible segmentcible traduction phrasecible "
        "destino textodestino textodedestino textometa traducción segmentodedestino tradução "
        "testotradotto testodiarrivo traduzione segmentodiarrivo "
        "doeltekst doel vertaling måltext översättning måltekst oversættelse oversettelse kohdeteksti käännös "
        "tinta textținta textulținta traducere texttradus textultradus "
        "cel tekstdocelowy tłumaczenie cíl překlad cílovýtext cieľ preklad cieľovýtext "
        "cél célszöveg fordítás prijevod ciljnitekst prevod ciljnobesedilo превод "
        "hedef hedefmetin çeviri sihttekst tõlge tulkojums mērķateksts vertimas tikslinistekstas "
        "μετάφραση κείμενοστόχος перевод целевойтекст переклад цільовийтекст "
        "译文 訳文 目标文本 目标语言 目标语 翻译 翻訳 译语 번역 번역문 "
        "الترجمة الهدف النصالمترجم תרגום טקסטיעד ترجمه متنمقصد अनुवाद लक्ष्य "
        "bảndịch vănbảnđích terjemahan tekssasaran คำแปล თარგმანი թարգմանություն",
    ),
    "fuzzy": ("fuzzy", "needsediting isfuzzy"),
    "id": (
        "id",
        "key identifier guid uid segmentid segid sentenceid pairid stringid unitid tuid rowid recordid segmentkey",
    ),
    "source_language": ("sourcelanguage", "sourcelang sourcelocale srclanguage srclang srclocale langsrc"),
    "target_language": ("targetlanguage", "targetlang targetlocale tgtlanguage tgtlang tgtlocale trglang langtgt"),
    "languages": ("language", "lang locale lp langpair languagepair langs"),
}
_BESIDE_A_LANGUAGE = frozenset("text texts texte texto testo tekst string strings version segment content copy".split())
"""What a column is called beside its language that says nothing more: "English text"."""


def _fold(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", _FOLDED.sub("", name.casefold()))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


_ROLES = {
    _fold(name): (role, rank)
    for role, listed_names in _NAMES.items()
    for rank, names in enumerate(listed_names)
    for name in names.split()
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns as a caller names them: by name or, in tables, by number from 1; None is guessed.

    ``source_language`` and ``target_language`` (BCP 47) tell columns apart that are called by their language; without
    them the source is the English one.  ``sheet`` is the one of a workbook that holds them, the first if None.
    """

    source: str | None = None
    target: str | None = None
    id: str | None = None
    source_language: str | None = None
    target_language: str | None = None
    sheet: str | None = None


ANY_COLUMNS = Columns()


@dataclass(frozen=True, slots=True)
class Layout:
    """Positions (from 0) of what was found, and the languages that the columns' names declare.

    ``languages`` is a column that names the target's language, or both languages ("en-de"); ``fuzzy`` one that says
    of a rendering whether it is a guess that nobody has looked at.
    """

    source: int
    target: int
    id: int | None = None
    source_language: int | None = None
    target_language: int | None = None
    languages: int | None = None
    source_named: str | None = None
    target_named: str | None = None
    fuzzy: int | None = None


@dataclass(frozen=True, slots=True)
class _Name:
    """A column's name taken apart: its role and how good a name for it, and the language that it says."""

    role: str | None
    rank: int
    language: str | None


def _read(name: str) -> _Name:
    role, rank = _role(name)
    if role is not None or len(name) >= _LONGEST:
        return _Name(role, rank, None)
    if parts := _PARENTHESIS.match(name):
        role, rank = _role(parts[1])
        if role is not None:
            return _Name(role, rank, language_called(parts[2]))
        if language := language_called(parts[1]):
            return _Name(None, 0, known_language(parts[2]) or language)
    if language := language_called(name):
        return _Name(None, 0, language)
    return _beside_a_language(name)


def _beside_a_language(name: str) -> _Name:
    """What a name says that has its language first or last: "English source", "target_pt-BR", "Romanian text"."""
    words = _WORDS.findall(name)
    for at in range(1, min(len(words), _MOST_WORDS)):
        for language, rest in ((words[:at], words[at:]), (words[-at:], words[:-at])):
            found = language_called(" ".join(language))
            if found is None or language[0].casefold() in _OTHER_WORDS:
                continue
            role, rank = _role("".join(rest))
            if _fold("".join(rest)) in _BESIDE_A_LANGUAGE:
                return _Name(None, 0, found)
            if role in ("source", "target"):
                return _Name(role, rank, found)
    return _Name(None, 0, None)


def _role(name: str) -> tuple[str | None, int]:
    return _ROLES.get(_fold(name), (None, 0)) if len(name) < _LONGEST else (None, 0)


def is_header(names: Sequence[str]) -> bool:
    """Whether a table's first row names columns: one of the texts, or at least two of anything known."""
    read = [_read(name) for name in names]
    return any(name.role in ("source", "target") and name.rank < _EVERYDAY for name in read) or (
        sum(name.role is not None or name.language is not None for name in read) >= 2
    )


def layout(names: Sequence[str], wanted: Columns = ANY_COLUMNS, *, numbers: bool = True) -> Layout:
    """Where the texts are among columns of these names; with ``numbers`` a column may be wanted by its number.

    Raises ``ColumnsError`` when that cannot be told.
    """
    read = [_read(name) for name in names]
    given = {
        role: _wanted(names, name, role, numbers)
        for role, name in (("source", wanted.source), ("target", wanted.target), ("id", wanted.id))
        if name is not None
    }
    found = dict(given)
    for role in _NAMES:
        if role not in found:
            column = _called(names, read, role, set(given.values()))
            if column is not None:
                found[role] = column
    _by_language(names, read, found, wanted)
    for role in ("source", "target"):
        if role not in found:
            raise ColumnsError(f"no column is known to be the {role}: {listed(names)}", f"name it with --{role}-column")
    if found["source"] == found["target"]:
        raise ColumnsError(f"one column cannot be source and target: {listed(names)}", "name two columns")
    return Layout(
        found["source"],
        found["target"],
        found.get("id"),
        found.get("source_language"),
        found.get("target_language"),
        found.get("languages"),
        read[found["source"]].language,
        read[found["target"]].language,
        found.get("fuzzy"),
    )


def positions(names: Sequence[str], wanted: Columns) -> Layout | None:
    """Where the texts are in a table without a header, by number; None if no number is given.  Raises as ``layout``."""
    given = {
        role: _wanted(names, name, role, numbers=True, named=False)
        for role, name in (("source", wanted.source), ("target", wanted.target), ("id", wanted.id))
        if name is not None
    }
    if not given:
        return None
    for role in ("source", "target"):
        if role not in given:
            raise ColumnsError(
                f"no column is known to be the {role}: the table has no header, and its first row is {listed(names)}",
                f"name it with --{role}-column NUMBER",
            )
    if given["source"] == given["target"]:
        raise ColumnsError(f"one column cannot be source and target: {listed(names)}", "name two columns")
    return Layout(given["source"], given["target"], given.get("id"))


def listed(names: Sequence[str]) -> str:
    """The columns for a message: each with its number, cut to what a reader can take in."""
    shown = [
        f"{number} {name[:_SHOWN_CHARACTERS] + '...' if len(name) > _SHOWN_CHARACTERS else name!r}"
        for number, name in enumerate(names[:_SHOWN], start=1)
    ]
    more = f", and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(shown) + more


def _wanted(names: Sequence[str], name: str, role: str, numbers: bool, named: bool = True) -> int:
    """The column that a caller calls ``name``."""
    if named:
        for same in (lambda other: other == name, lambda other: _fold(other) == _fold(name)):
            columns = [column for column, other in enumerate(names) if same(other)]
            if len(columns) == 1:
                return columns[0]
            if columns:
                raise ColumnsError(
                    f"{len(columns)} columns are called {name!r}: {listed(names)}",
                    f"give --{role}-column a number" if numbers else "give each field a name of its own",
                )
    if numbers and name.isdecimal() and len(name) < 9 and 1 <= int(name) <= len(names):
        return int(name) - 1
    near = get_close_matches(name, names[:1000], 1)
    hint = f"did you mean {near[0]!r}?" if near else f"give --{role}-column one of these"
    raise ColumnsError(f"there is no column {name!r}: {listed(names)}", hint)


def _called(names: Sequence[str], read: Sequence[_Name], role: str, taken: set[int]) -> int | None:
    """The one column with the best name for a role."""
    columns = [column for column, name in enumerate(read) if name.role == role and column not in taken]
    if not columns:
        return None
    best = min(read[column].rank for column in columns)
    best_columns = [column for column in columns if read[column].rank == best]
    if len(best_columns) == 1:
        return best_columns[0]
    if role not in ("source", "target"):
        return None
    both = ", ".join(repr(names[column]) for column in best_columns[:_SHOWN])
    raise ColumnsError(
        f"{len(best_columns)} columns could be the {role} ({both}): {listed(names)}", f"name it with --{role}-column"
    )


def _by_language(names: Sequence[str], read: Sequence[_Name], found: dict[str, int], wanted: Columns) -> None:
    """Fills in the texts' columns that are called by their language."""
    languages = {
        column: name.language
        for column, name in enumerate(read)
        if name.role is None and name.language is not None and column not in found.values()
    }
    if "source" not in found:
        language = canonical(wanted.source_language or "en")
        ours = [column for column, tag in languages.items() if tag == language]
        if len(ours) == 1 and ("target" in found or len(languages) > 1):
            found["source"] = ours[0]
        elif "target" in found and len(languages) == 1:
            found["source"] = next(iter(languages))
    if "source" in found and "target" not in found:
        rest = [column for column in languages if column != found["source"]]
        if len(rest) > 1 and wanted.target_language:
            rest = [column for column in rest if languages[column] == canonical(wanted.target_language)]
        if len(rest) == 1:
            found["target"] = rest[0]
        elif rest:
            raise ColumnsError(
                f"{len(rest)} columns could be the target: {listed(names)}",
                "name it with --target-column or --target-language",
            )
