"""What is no fault where a translation has it in the language of the original."""

import pytest

from checker.text.kept import is_kept, is_reference

KEPT = [
    "KDE Plasma Workspaces and KDE Applications 4.8.4",
    "Institute for the Study of Coastal Waters",
    "Institut für Meereskunde an der Universität Kiel",
    "Ministerio para la Transición Ecológica",
    "University of the Outer Isles, Department of Tides",
    "build passing | coverage 98 %",
    "“A short history of the northern harbours”",
    "«Histoire abrégée des ports du nord»",
    "Hale, J. R. (1998). Harbours of the northern seas and how they silted up.",
    "Tidal Studies 4(2), pp. 33-51.",
    "Moss et al. (2004), doi: 10.1000/182",
    "https://example.org/how/to/get/there and www.example.org",
    "harbour open --all --verbose --colour never",
    "if (x > 3) { return parcel; }",
    "The Old Man of the Sea",
    "$ harbour open the gate",
    "12 $ harbour open the gate",
    "# harbour open the gate",
    ">>> open the gate",
    "harbour-find open letters.txt.gz parcels.txt",
    "gate ---+-> open -+-> enter the harbour",
]
LEFT = [
    "Nobody opened it on the way.",
    "It is up to us.",
    "# Nobody opened it on the way.",
    "Open the file letters.txt before you write to them.",
    "It was open - nobody knew why -- and then it was not.",
    "In 1998 the harbour silted up, and it was dredged in 2004.",
    "Getting started with the archive of letters",
    "“Nobody opened it. We do not know why.”",
    "Niemand hat es unterwegs geöffnet.",
    "Nadie lo abrió por el camino.",
    "Никто не открывал его по дороге.",
    "路上没有人打开过它，我们不知道为什么。",
    "دربان آن را در راه باز نکرد و کسی ندید.",
]


@pytest.mark.parametrize("text", KEPT)
def test_kept(text: str) -> None:
    assert is_kept(text)


@pytest.mark.parametrize("text", LEFT)
def test_left_untranslated(text: str) -> None:
    assert not is_kept(text)


def test_a_title_after_author_and_year_is_kept() -> None:
    title = "Harbours of the northern seas and how they silted up."
    assert is_kept(title, "Hale, J. R. (1998).")
    assert not is_kept(title, "It was in 1998.")


@pytest.mark.parametrize(
    "text", ["In 1998 she wrote to J. Hale.", "See pp. 3-5.", "The vote was 33-51.", "It opened on 3 May 2004."]
)
def test_one_mark_is_no_reference(text: str) -> None:
    assert not is_reference(text)
