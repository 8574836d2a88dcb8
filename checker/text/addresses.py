"""Addresses of a text: of mail and of pages; one for another sends the reader elsewhere.

Sites have pages of their own for a language, and name them in it; so a page is held against another one only where it
is of the same site and nothing of either address names a language.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}", re.ASCII)
_PAGE = re.compile(r"(?:https?://|www\.)[^\s<>\"'«»“”()\[\]\u3000-\u9fff\uff00-\uffef]{3,300}", re.IGNORECASE)
_STOPS = ".,;:!?…。、）"
_ANYBODY = re.compile(r"name|user|you|some|any")
"""In addresses that show how one looks ("yourname@..."), which is said in each language."""
_OF_ALL = frozenset(("com", "org", "net"))
"""Ends of domains that stand for no country and no language."""
_LANGUAGE = re.compile(r"(?:^|[/.?&=_-])[a-z]{2}(?:[-_][A-Za-z]{2,4})?(?=$|[/.?&#_-])|lang", re.IGNORECASE)


class Address(NamedTuple):
    """An address as it is written, the domain or site that it is of, and what it says there."""

    text: str
    site: str
    rest: str


def addresses(text: str) -> list[Address]:
    """The addresses of a text in order, those of pages first."""
    found = []
    for match in _PAGE.finditer(text) if "://" in text or "www." in text.lower() else ():
        written = match[0].rstrip(_STOPS)
        site, _, rest = (
            written.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").partition("/")
        )
        found.append(Address(written, site, rest.rstrip("/")))
    for match in _MAIL.finditer(text) if "@" in text else ():
        written = match[0].rstrip(_STOPS)
        name, _, domain = written.lower().partition("@")
        found.append(Address(written, f"@{domain}", name))
    return found


def exchanged(source: str, target: str) -> tuple[str, str] | None:
    """The only address that each side has alone, if both are of one site or domain and name no language; else None."""
    if not ("@" in source and "@" in target) and not ("/" in source and "/" in target):
        return None
    ours, theirs = addresses(source), addresses(target)
    left = [one for one in ours if one[1:] not in {other[1:] for other in theirs}]
    new = [one for one in theirs if one[1:] not in {other[1:] for other in ours}]
    if len(left) != 1 or len(new) != 1 or left[0].site != new[0].site or not (left[0].rest and new[0].rest):
        return None
    if any(names_language(one.rest) for one in (left[0], new[0])):
        return None
    if left[0].site.startswith("@") and _ANYBODY.search(left[0].rest):
        return None
    return left[0].text, new[0].text


def mistyped(source: str, target: str) -> tuple[str, str] | None:
    """The only address of mail of either side that the other lacks, if their domains are typed nearly alike ("org",
    "com")."""
    if "@" not in source or "@" not in target:
        return None
    ours, theirs = ({one for one in addresses(text) if one.site[0] == "@"} for text in (source, target))
    left, new = ours - theirs, theirs - ours
    if len(left) != 1 or len(new) != 1:
        return None
    (here,), (there,) = left, new
    if here.rest != there.rest:
        return None
    (name, _, end), (other, _, other_end) = here.site.rpartition("."), there.site.rpartition(".")
    is_elsewhere = name == other and _OF_ALL.issuperset((end, other_end))
    return (here.text, there.text) if is_elsewhere or sorted(here.site) == sorted(there.site) else None


def names_language(place: str) -> bool:
    """Whether a place on a site may be one of several that differ in language ("/en/loans", "?lang=de")."""
    return _LANGUAGE.search(place) is not None
