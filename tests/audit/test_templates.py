"""Pages and their translations are found by the paths of three real layouts, and what is missing on either side."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.audit.templates import PagePairs
from checker.cli import main
from checker.errors import UsageError

ENGLISH = "The mill closes on Monday. The council voted for the plan. The new road opens in spring.\n"
GERMAN = "Die Mühle schließt am Montag. Der Rat stimmte dem Plan zu. Die neue Straße wird im Frühjahr eröffnet.\n"

LAYOUTS = {
    "a folder a language": (
        ("content/en/{path}", "content/{lang}/{path}"),
        ("content/en/index.md", "content/en/guide/start.md", "content/en/guide/end.md"),
        ("content/de/index.md", "content/de/guide/start.md", "content/pt-br/index.md"),
        ("content/de/old.md",),
    ),
    "translations elsewhere": (
        ("docs/{path}", "i18n/{lang}/plugin/current/{path}"),
        ("docs/index.md", "docs/guide/start.md", "docs/guide/end.md"),
        (
            "i18n/de/plugin/current/index.md",
            "i18n/de/plugin/current/guide/start.md",
            "i18n/pt-br/plugin/current/index.md",
        ),
        ("i18n/de/plugin/current/old.md",),
    ),
    "the language in the name": (
        ("docs/{path}.md", "docs/{path}.{lang}.md"),
        ("docs/index.md", "docs/guide/start.md", "docs/guide/end.md"),
        ("docs/index.de.md", "docs/guide/start.de.md", "docs/index.pt-br.md"),
        ("docs/old.de.md",),
    ),
}


@pytest.fixture(params=list(LAYOUTS))
def layout(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """The templates of a layout, in a folder that has its pages."""
    templates, pages, translations, orphans = LAYOUTS[request.param]
    for name in pages:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(ENGLISH, encoding="utf-8")
    for name in (*translations, *orphans):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(GERMAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return templates


def test_each_translation_has_its_page(layout: tuple[str, str]) -> None:
    found = [item for item in PagePairs.of(*layout).items() if item.problem is None]
    stems = [(Path(str(item.source)).stem, Path(item.target).name.split(".")[0]) for item in found]
    assert len(found) == 3
    assert all(one == other for one, other in stems)
    assert sorted(str(item.target_language) for item in found) == ["de", "de", "pt"] or sorted(
        str(item.target_language) for item in found
    ) == ["de", "de", "pt-BR"]


def test_a_translation_without_a_page_is_a_problem(layout: tuple[str, str]) -> None:
    (orphan,) = [item for item in PagePairs.of(*layout).items() if item.problem]
    assert "old" in orphan.target
    assert "no page" in str(orphan.problem)


def test_pages_without_translation_are_told_by_language(layout: tuple[str, str]) -> None:
    missing = PagePairs.of(*layout).missing()
    assert {code: sorted(Path(page).stem for page in pages) for code, pages in missing.items()} == {
        "de": ["end"],
        "pt-br": ["end", "start"],
    }


def test_the_command_says_both(layout: tuple[str, str], tmp_path: Path) -> None:
    ledger = str(tmp_path / "ledger.sqlite")
    result = CliRunner().invoke(main, ["audit", "--pair", *layout, "--jobs", "1", "--ledger", ledger])
    assert result.exit_code == 2
    assert "de: 1 page has no translation" in result.stderr
    assert "old" in result.stdout


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("content/{lang}/{path}", "content/{lang}/{path}"),
        ("content/en/index.md", "content/{lang}/{path}"),
        ("content/en/{path}", "content/de/index.md"),
        ("content/en/{page}", "content/de/{page}"),
        ("content/en/{path}", "content/{name}/{path}"),
    ],
)
def test_templates_that_do_not_go_together_are_refused(source: str, target: str) -> None:
    with pytest.raises(UsageError):
        PagePairs.of(source, target)


def test_a_folder_that_is_no_language_is_no_translation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("content/en/index.md", "content/de/index.md", "content/img/index.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(ENGLISH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert [item.target for item in PagePairs.of("content/en/{path}", "content/{lang}/{path}").items()] == [
        "content/de/index.md"
    ]
