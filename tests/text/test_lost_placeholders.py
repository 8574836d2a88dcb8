"""Which placeholders a text has, and which are lost or new in another."""

import pytest

from checker.text.placeholders.choices import has_choices
from checker.text.placeholders.compared import differences
from checker.text.placeholders.directives import placeholders, sure

FOUND = [
    ("%s of %d", ("%s", "%d")),
    ("%1$s and %(name)s", ("%1$s", "%(name)s")),
    ("%#@cars@ with %2$#@events@", ("%#@cars@", "%2$#@events@")),
    ("{0} {name} {{user}} ${path} %{id}", ("{0}", "{name}", "{{user}}", "${path}", "%{id}")),
    ("$t(menu.open) now", ("$t(menu.open)",)),
    ("%1 of %HOME%", ("%1", "%HOME%")),
    ("5 % der Leute", ()),
    ("100% sure", ()),
    ("%<who>s, %L1, %n and %5.2f", ("%<who>s", "%L1", "%n", "%5.2f")),
    ("{{{raw}}} of %user%", ("{{{raw}}}", "%user%")),
    ("the set {0,1}, 50%off", ()),
    ("%d%%s", ("%d",)),
    ("nothing here", ()),
]
# Source, target, what is lost, what is new.
DIFFERENT = [
    ("%s in {folder}", "{folder}: %s", [], []),
    ("%1$s of %2$s", "%2$s, %1$s", [], []),
    ("%s of %s", "%2$s, %1$s", [], []),
    ("{ name }", "{name}", [], []),
    ("{when, date}", "{when, date, long}", [], []),
    ("%d pages", "%s pages", ["%d"], ["%s"]),
    ("{count} of {all}", "{count}", ["{all}"], []),
    ("{count}", "{Anzahl}", ["{count}"], ["{Anzahl}"]),
    ("%s and %s", "%s", ["%s"], []),
    ("$name", "{name}", [], ["{name}"]),
    ("${name}", "{name}", ["${name}"], ["{name}"]),
    ("{{name}}", "{name}", ["{{name}}"], ["{name}"]),
    ("{{{name}}}", "{{name}}", ["{{{name}}}"], ["{{name}}"]),
    ("%s, %d", "%d, %s", ["%s", "%d"], ["%d", "%s"]),
    ("%s, %d", "%2$d, %1$s", [], []),
    ("%s, %d", "%1$d, %2$s", ["%s", "%d"], ["%1$d", "%2$s"]),
    ("%5.2f MB", "%.2f Mo", [], []),
    ("%*d", "%d", ["%*d"], ["%d"]),
    ("%ld", "%d", ["%ld"], ["%d"]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_placeholders_are_found_as_they_are_written(text: str, expected: tuple[str, ...]) -> None:
    assert placeholders(text) == expected


@pytest.mark.parametrize(("source", "target", "lost", "new"), DIFFERENT)
def test_what_is_lost_and_what_is_new(source: str, target: str, lost: list[str], new: list[str]) -> None:
    assert differences(placeholders(source), placeholders(target)) == (lost, new)


def test_a_percentage_that_is_written_before_its_number_is_no_sure_placeholder() -> None:
    assert sure(placeholders("Satışlar %5 arttı, {ad} %s")) == ("{ad}", "%s")


def test_a_message_with_branches_is_told() -> None:
    assert has_choices("{n, plural, one {file} other {files}}")
    assert not has_choices("{n}, plural")
