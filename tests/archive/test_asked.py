"""A page that holds an original and its rendering asks an archive with the rendering alone."""

from __future__ import annotations

from checker.archive.sentences import asked_of
from checker.formats import document_from_text

ARTICLE = (
    "The mill will close on Monday, and two hundred people will lose their work. The council voted for the plan. "
    "The new road opens in spring and will cost four million."
)
COMMENT = "Am auzit că moara se va închide luni, iar două sute de oameni își vor pierde locul de muncă. Păcat de ea."


def asked(text: str) -> str:
    return " ".join(asked_of(document_from_text("page.txt", text)).texts)


def test_a_mixed_page_asks_with_its_rendering() -> None:
    assert asked(f"{ARTICLE}\n\n{COMMENT}\n") == COMMENT


def test_a_page_in_one_language_asks_with_all_of_it() -> None:
    assert asked(COMMENT) == COMMENT
    assert asked(ARTICLE) == ARTICLE
