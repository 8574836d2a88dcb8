"""What the name of a column or of a field says that it holds: a source, a target, an id, a language.

Taken from what people and tools call them, whatever the case, accents, spaces, hyphens and underscores.  A column may
also be called by its language, alone or beside what it holds ("en", "Englisch", "pt-BR", "Source (English)", "English
text", "target_ro").
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from checker.text.languages.names import language_called
from checker.text.languages.tags import known_language

_FOLDED = re.compile(r"[\s_\-./]+")
_LONGEST = 100
"""Characters of a name that may be one; cells of texts are looked at too."""
_MOST_WORDS = 4
_OTHER_WORDS = frozenset("id no is in so or to am my be mac may per fin som tel sin mar".split())
"""Codes of languages that are other words beside what a column holds: "text id"."""
_WORDS = re.compile(r"[^\s_:./]+")
_PARENTHESIS = re.compile(r"^(.+?)\s*[(\[]([^()\[\]]*)[)\]]\s*$", re.S)

NAMES = {
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
"""For each role its own name, which goes before all others; what else it is called; what it is called by people who
work in other languages than English, or without a thought, where the names are also everyday words."""

_BESIDE_A_LANGUAGE = frozenset("text texts texte texto testo tekst string strings version segment content copy".split())
"""What a column is called beside its language that says nothing more: "English text"."""


def folded_name(name: str) -> str:
    """A name as it is compared: without case, accents, white space and the marks that part words."""
    decomposed = unicodedata.normalize("NFKD", _FOLDED.sub("", name.casefold()))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


_ROLES = {
    folded_name(name): (role, rank)
    for role, listed_names in NAMES.items()
    for rank, names in enumerate(listed_names)
    for name in names.split()
}


@dataclass(frozen=True, slots=True)
class ColumnName:
    """A column's name taken apart: its role and how good a name for it, and the language that it says."""

    role: str | None
    rank: int
    language: str | None


def read_name(name: str) -> ColumnName:
    """What a name says; a role or a language it may lack, or both."""
    role, rank = _role(name)
    if role is not None or len(name) >= _LONGEST:
        return ColumnName(role, rank, None)
    if parts := _PARENTHESIS.match(name):
        role, rank = _role(parts[1])
        if role is not None:
            return ColumnName(role, rank, language_called(parts[2]))
        if language := language_called(parts[1]):
            return ColumnName(None, 0, known_language(parts[2]) or language)
    if language := language_called(name):
        return ColumnName(None, 0, language)
    return _beside_a_language(name)


def _beside_a_language(name: str) -> ColumnName:
    """What a name says that has its language first or last: "English source", "target_pt-BR", "Romanian text"."""
    words = _WORDS.findall(name)
    for at in range(1, min(len(words), _MOST_WORDS)):
        for language, rest in ((words[:at], words[at:]), (words[-at:], words[:-at])):
            found = language_called(" ".join(language))
            if found is None or language[0].casefold() in _OTHER_WORDS:
                continue
            role, rank = _role("".join(rest))
            if folded_name("".join(rest)) in _BESIDE_A_LANGUAGE:
                return ColumnName(None, 0, found)
            if role in ("source", "target"):
                return ColumnName(role, rank, found)
    return ColumnName(None, 0, None)


def _role(name: str) -> tuple[str | None, int]:
    return _ROLES.get(folded_name(name), (None, 0)) if len(name) < _LONGEST else (None, 0)
