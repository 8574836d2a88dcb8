"""What a reader types or follows as it is written: options, paths, code, escapes, keys, addresses, ``%%``."""

from __future__ import annotations

import re

from checker.text.addresses import addresses, exchanged, mistyped, names_language

_OPTION = re.compile(r"(?:(?<=[\s\"'“«(\[`])|^)(?:--[A-Za-z][\w-]{1,40}(?<!-)|-[A-Za-z])(?=[\s\"'”»)\],;:=`.]|$)")
_DASH = re.compile(r"[–—]|(?<=\s)--?(?=\s)|\w--|--\W")
_PATH = re.compile(r"(?<![\w<:/.~-])(?:~|\.{1,2})?/(?!home/|Users/)[\w.-]+(?:/[\w.-]*\w)+")
_CODE = re.compile(r"`([^`\s]{2,80})`")
_ESCAPE = re.compile(r"\\[nt]")
_WINDOWS = re.compile(r"\b[A-Za-z]:\\")
_KEYS = re.compile(r"\b(?:[^\W\d_]{2,12}\s?\+\s?){1,3}([A-Z0-9]|F\d{1,2})\b(?!\+)")
_PERCENT = re.compile(r"%(?!\()")
_SAID = re.compile(
    r"pro ?[czts]|per ?[cs]|p[eo]u?r cent|por ?c|cent|százal|відсот|odst|posto|проц|yüzde|τοις|στους|٪|درصد|"
    r"بالمئة|אחוז|प्रतिशत|百分|パーセント|퍼센트|％",
    re.IGNORECASE,
)


def lost_and_new(source: str, target: str) -> tuple[list[str], list[str]]:
    """What of the source stands in the target in no form, and what stands there instead, where that is known."""
    lost, new = _percents(source, target)
    for here, there in (_options(source, target), _paths(source, target)):
        lost, new = lost + here, new + there
    if "`" in source and "`" in target:
        lost += [f"`{one}`" for one in dict.fromkeys(_CODE.findall(source)) if one not in target]
    for here, there in (_escapes(source, target), _keys(source, target), _addresses(source, target)):
        lost, new = lost + here, new + there
    return lost, new


def _options(source: str, target: str) -> tuple[list[str], list[str]]:
    """Options of a command; where either text has dashes, what begins with one may be a clause."""
    if "-" not in source or not (ours := _OPTION.findall(source)) or _DASH.search(source) or _DASH.search(target):
        return [], []
    return _altered(ours, _OPTION.findall(target), source, target)


def _paths(source: str, target: str) -> tuple[list[str], list[str]]:
    """Places in a system of files; nothing that may be a page of a language."""
    if "/" not in source:
        return [], []
    ours = [one for one in _PATH.findall(source) if not names_language(one)]
    return _altered(ours, _PATH.findall(target) if ours else [], source, target)


def _altered(ours: list[str], theirs: list[str], source: str, target: str) -> tuple[list[str], list[str]]:
    lost = [one for one in dict.fromkeys(ours) if one not in target]
    return lost, [one for one in theirs if lost and one not in source]


def _percents(source: str, target: str) -> tuple[list[str], list[str]]:
    """ "%%", of which printf makes a sign; in words it needs none."""
    if "%%" not in source:
        return [], []
    missing = source.count("%%") - target.count("%%")
    said = "% " in f"{target} ".replace("%%", "") or _SAID.search(target) is None
    return (["%%"] * missing if missing > 0 and said else [], [])


def _escapes(source: str, target: str) -> tuple[list[str], list[str]]:
    """Breaks of lines and tabulators that a program makes of two signs; lines may be broken elsewhere, but not
    nowhere."""
    if "\\" not in source or _WINDOWS.search(source):
        return [], []
    lost = []
    for one in dict.fromkeys(_ESCAPE.findall(source)):
        if one not in target if one == "\\n" else target.count(one) < source.count(one):
            lost.append(one)
    return ([], []) if "\n" in target.strip() else (lost, [])


def _keys(source: str, target: str) -> tuple[list[str], list[str]]:
    """Keys pressed together with others, by the last one, which is the same in every language."""
    if "+" not in source or "+" not in target:
        return [], []
    ours, theirs = list(_KEYS.finditer(source)), list(_KEYS.finditer(target))
    if len(ours) != len(theirs):
        return [], []
    here, there = {match[1] for match in ours}, {match[1] for match in theirs}
    return [match[0] for match in ours if match[1] not in there], [match[0] for match in theirs if match[1] not in here]


def _addresses(source: str, target: str) -> tuple[list[str], list[str]]:
    """Addresses that lead elsewhere, and those of a text in whose rendering none is left."""
    found = exchanged(source, target) or mistyped(source, target)
    if found:
        return [found[0]], [found[1]]
    ours = addresses(source)
    if not ours or addresses(target) or any(one.site.strip("@").partition(":")[0] in target.lower() for one in ours):
        return [], []
    return list(dict.fromkeys(one.text for one in ours)), []
