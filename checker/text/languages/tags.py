"""Language tags: BCP 47 for whatever a file or a person calls a language."""

from __future__ import annotations

import re

from checker.text.primary import primary_language

_TABLE = """
af afr Afrikaans;am amh Amharic;ar ara,arb Arabic;az aze,azj Azerbaijani;be bel Belarusian;bg bul Bulgarian
bn ben Bengali;bo bod,tib Tibetan;bs bos Bosnian;ca cat Catalan;cs ces,cze Czech;cy cym,wel Welsh;da dan Danish
de deu,ger German;el ell,gre Greek;en eng English;eo epo Esperanto;es spa Spanish;et est,ekk Estonian
eu eus,baq Basque;fa fas,per,pes Persian;fi fin Finnish;fr fra,fre French;ga gle Irish;gl glg Galician
gu guj Gujarati;he heb,iw Hebrew;hi hin Hindi;hr hrv,scr Croatian;hu hun Hungarian;hy hye,arm Armenian
id ind,in Indonesian;is isl,ice Icelandic;it ita Italian;ja jpn Japanese;ka kat,geo Georgian;km khm Khmer
kn kan Kannada;ko kor Korean;lo lao Lao;lt lit Lithuanian;lv lav,lvs Latvian;mk mkd,mac Macedonian
ml mal Malayalam;mr mar Marathi;ms msa,may,zsm Malay;mt mlt Maltese;my mya,bur Burmese;ne nep,npi Nepali
nl nld,dut Dutch;no nor,nb,nob,nn,nno Norwegian;or ori,ory Odia;pa pan Punjabi;pl pol Polish;pt por Portuguese
ro ron,rum,mo,mol Romanian;ru rus Russian;si sin Sinhala;sk slk,slo Slovak;sl slv Slovenian;so som Somali
sq sqi,alb,als Albanian;sr srp,scc,sh,hbs Serbian;sv swe Swedish;sw swa,swh Swahili;ta tam Tamil;te tel Telugu
th tha Thai;tl tgl,fil Tagalog;tr tur Turkish;uk ukr Ukrainian;ur urd Urdu;vi vie Vietnamese;zh zho,chi,cmn Chinese
"""
"""Tag, other codes (ISO 639-1, 639-2 and 639-3, with the main member of a macrolanguage), English name."""

_ENTRIES = [entry.split(" ", 2) for entry in _TABLE.strip().replace("\n", ";").split(";")]
ENGLISH_NAMES: dict[str, str] = {tag: name for tag, _, name in _ENTRIES}
_TAGS = {code: tag for tag, codes, _ in _ENTRIES for code in (tag, *codes.split(","))}
_TAGS_OF_NAMES = {name.casefold(): tag for tag, name in ENGLISH_NAMES.items()}
_TRADITIONAL = frozenset(("hant", "tw", "hk", "mo"))
_WELL_FORMED = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


def canonical(tag: str) -> str:
    """The tag that this package has for a language: ``pt-BR`` is ``pt``, ``ron`` ``ro``, ``zh_TW`` ``zh-Hant``.

    The primary subtag of a language that it does not know.
    """
    primary, *rest = tag.strip().replace("_", "-").lower().split("-")
    primary = _TAGS.get(primary, primary)
    if primary == "zh" and _TRADITIONAL & set(rest):
        return "zh-Hant"
    return primary


def english_name(tag: str) -> str:
    """The English name of a tag's language, or the tag where this package has none for it."""
    return ENGLISH_NAMES.get(primary_language(tag), tag)


def known_language(name: str) -> str | None:
    """The tag of a language called by a code or its English name; None if this package knows none of that name."""
    name = name.strip()
    if name.casefold() in _TAGS_OF_NAMES:
        return _TAGS_OF_NAMES[name.casefold()]
    tag = canonical(name)
    return tag if _WELL_FORMED.fullmatch(name) and primary_language(tag) in ENGLISH_NAMES else None


def declared_language(name: str) -> str | None:
    """As ``known_language``, but any well-formed tag stands for the language that it names."""
    return known_language(name) or (canonical(name) if _WELL_FORMED.fullmatch(name.strip()) else None)


def language_pair(name: str) -> tuple[str, str] | None:
    """The two tags of a language pair such as ``en-de``, ``eng_ron`` or ``en > pt-BR``; None if it is none.

    Capitals after a hyphen are a region: ``es-AR`` is one language.
    """
    parts = re.split(r"\s*(?:->|→|>|/|:|\s)\s*", name.strip())
    if len(parts) != 2 and name.strip().islower():
        parts = re.split("[-_]", name.strip())
    if len(parts) != 2:
        return None
    source, target = map(known_language, parts)
    return (source, target) if source and target and source != target else None
