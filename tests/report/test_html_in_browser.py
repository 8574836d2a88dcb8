"""The HTML report in a real browser: what a reader does with it, and what a hostile document cannot do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Browser, browser
from html_samples import FAILED, FREE, HOSTILE, NOTHING, PAIRS, SIGNATURE, WHOLE, hostile, long_bitext, many

import checker
from checker.model import DocumentResult
from checker.report.html.markup import clean

__all__ = ["browser"]

ALL = (FREE, WHOLE, PAIRS, FAILED, NOTHING)
EVIL = tuple(document for text in HOSTILE for document in hostile(text))
ESCAPE = "\ue00c"
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def quiet(browser: Browser) -> Iterator[None]:
    """No page may say anything in the console, nor ask for anything but itself."""
    browser.media()
    yield
    assert browser.console() == []
    assert [url.partition("#")[0] for url in browser.requests()] in ([browser.url], [])


@pytest.mark.parametrize(
    "documents",
    [(), ALL, (FREE,), (WHOLE,), (PAIRS,), (FAILED,), EVIL, (many(),), (long_bitext(2000, 500),)],
    ids=["none", "all", "excerpt", "whole", "pairs", "failed", "hostile", "many", "long"],
)
@pytest.mark.parametrize("width", [320, 800, 1280])
def test_nothing_has_to_be_scrolled_sideways(
    browser: Browser, documents: tuple[DocumentResult, ...], width: int
) -> None:
    browser.open(documents, SIGNATURE, width=width)
    assert browser.run("return document.documentElement.scrollWidth") <= width


def test_a_document_full_of_markup_and_script_comes_out_as_text(browser: Browser) -> None:
    browser.open(EVIL, SIGNATURE)
    assert browser.run("return document.title") != "run"
    assert browser.run("return document.scripts.length") == 1
    assert browser.run("return document.querySelectorAll('img, iframe, textarea, template, svg a').length") == 0
    said = browser.run("return [...document.querySelectorAll('article > h2')].map((h) => h.textContent)")
    assert said == [clean(text) for text in HOSTILE for _ in ("excerpt", "pairs", "failed")]
    for found in browser.all("h2, .text, .message")[:40]:
        browser.run("arguments[0].dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))", found)
    assert browser.run("return document.title") != "run"


@pytest.mark.parametrize(
    ("documents", "scheme", "width"),
    [
        (ALL, "light", 1280),
        (ALL, "dark", 1280),
        (ALL, "light", 320),
        ((many(6),), "light", 1280),
        (EVIL[:9], "light", 1280),
    ],
    ids=["light", "dark", "narrow", "many", "hostile"],
)
def test_it_is_accessible(browser: Browser, documents: tuple[DocumentResult, ...], scheme: str, width: int) -> None:
    browser.media(prefers_color_scheme=scheme)
    browser.open(documents, SIGNATURE, width=width)
    assert browser.violations() == []


def test_filters_hide_findings_and_say_how_many_are_left(browser: Browser) -> None:
    browser.open((WHOLE, PAIRS), SIGNATURE)
    assert browser.shown(".finding") == 8
    browser.one("input[value=ADD001]").click()
    assert browser.one("#shown").text == "7 of 8 shown"
    assert browser.shown("[data-rule=ADD001]") == browser.shown("[data-for=f-add00100]") == 0
    browser.one("input[value=neutral]").click()
    assert browser.shown(".finding") == 5
    assert browser.shown(".pair") == 1  # the other pair has only an undetermined finding
    browser.one("input[name=language][value=ro]").click()
    assert browser.shown(".pair") == 0
    browser.one("button[type=reset]").click()
    assert browser.shown(".finding") == 8 and browser.shown(".pair") == 2


def test_keys_lead_from_finding_to_finding(browser: Browser) -> None:
    browser.open((WHOLE,), SIGNATURE)
    anchors = browser.ids(".finding")
    seen = []
    for key in "jnjjjjkp":
        browser.press(key)
        seen.append(browser.focused())
    assert seen == [anchors[k] for k in (0, 1, 2, 3, 4, 0, 4, 3)]
    assert browser.one("#at").text == "4 of 5"
    browser.one("input[value=ADD002]").click()  # what is hidden is passed over
    browser.press("k")
    assert browser.focused() == anchors[1]


def test_a_key_goes_to_the_original_and_back(browser: Browser) -> None:
    browser.open((WHOLE,), SIGNATURE)
    browser.press("jjj")
    assert browser.focused() == "f-add00200"
    browser.press("o")
    assert browser.focused() == "d1-r1-s4"
    browser.press("o")
    assert browser.focused() == "f-add00200"


def test_a_question_mark_shows_the_keys_and_lets_them_be_switched_off(browser: Browser) -> None:
    browser.open((WHOLE,), SIGNATURE)
    browser.press("?")
    assert browser.shown("dialog") == 1
    browser.one("#letters").click()
    browser.press(ESCAPE)
    assert browser.shown("dialog") == 0
    browser.press("j")
    assert browser.focused() == "show-keys" or not browser.focused().startswith("f-")
    browser.one("#next").click()
    assert browser.focused() == browser.ids(".finding")[0]


def test_the_skip_link_comes_first(browser: Browser) -> None:
    browser.open((WHOLE,), SIGNATURE)
    browser.press("\ue004")
    assert browser.driver.switch_to.active_element.text == "Skip to the texts"
    browser.press("\ue007")
    assert browser.focused() == "main"


def test_sentences_light_up_with_what_they_draw_on(browser: Browser) -> None:
    from selenium.webdriver import ActionChains

    browser.open((WHOLE,), SIGNATURE)
    point = ActionChains(browser.driver)
    point.move_to_element(browser.one("#d1-r1-t3 .text")).perform()
    assert browser.ids(".joined") == ["d1-r1-t3", "d1-r1-s4"]
    point.move_to_element(browser.one("#d1-r1-s2 .text")).perform()
    assert browser.ids(".joined") == ["d1-r1-t2", "d1-r1-s2"]
    browser.one("#d1-r1-t1 .text").click()
    point.move_to_element(browser.one("footer h2")).perform()
    assert browser.ids(".joined") == ["d1-r1-t1", "d1-r1-s1"]  # held
    browser.press(ESCAPE)
    assert browser.ids(".joined") == []
    browser.run("document.querySelector('#f-add00100').focus()")
    assert browser.ids(".joined") == ["d1-r1-s1", "d1-r1-t4", "d1-r1-s6"]  # the nearest there are


def test_copying_takes_a_finding_as_plain_text(browser: Browser) -> None:
    browser.open((FREE,), SIGNATURE)
    browser.run(
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (text) => { window.copied = text; }}})"
    )
    browser.one(".copy").click()
    assert browser.run("return window.copied").split("\n") == [
        "market.txt",
        "ADD001 unsupported-sentence",
        "Regele a promis ploaie.",
        "major · almost certain, 97 % · line 4, column 41",
        "Nothing in the original says this; nowhere in it: Regele, ploaie",
        "Names Regele",
        "Nearest in the original",
        "O2, line 2 · similarity 0.31: Nobody promised anything.",
        "Fingerprint 0123456789abcdef",
    ]
    assert browser.one(".copy").text == "copied"


def test_a_link_leads_to_its_finding_and_a_folded_sentence_unfolds(browser: Browser) -> None:
    browser.open((many(),), SIGNATURE, at="#f-0000000000000007")
    assert browser.focused() == "f-0000000000000007"
    assert browser.shown("#d1-r1-s6") == 0
    browser.run("location.hash = '#d1-r1-s6'")
    assert browser.shown("#d1-r1-s6") == 1


def test_a_click_on_the_map_leads_to_the_sentence(browser: Browser) -> None:
    from selenium.webdriver import ActionChains

    browser.open((WHOLE,), SIGNATURE)

    def click(shape: str) -> None:
        script = """
            window.scrollTo(0, 0);
            const box = document.querySelector(arguments[0]).getBoundingClientRect();
            return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2) + 2]"""
        actions = ActionChains(browser.driver)
        actions.w3c_actions.pointer_action.move_to_location(*browser.run(script, shape))
        actions.click().perform()

    click(".map .invented")
    assert browser.focused() == "f-add00100"
    click(".map .omitted")
    assert browser.focused() == "f-omi00100"
    click(".map .dot")
    ActionChains(browser.driver).move_to_element(browser.one("#bar")).perform()
    assert browser.ids(".joined") == ["d1-r1-t1", "d1-r1-s1"]


def test_right_to_left_text_runs_from_right_to_left_and_the_page_does_not(browser: Browser) -> None:
    browser.open((WHOLE,), SIGNATURE)
    script = "return [...document.querySelectorAll(arguments[0])].map((e) => getComputedStyle(e).direction)"
    assert set(browser.run(script, ".text:lang(he)")) == {"rtl"}
    assert set(browser.run(script, ".text:lang(en), .message, .meta, body")) == {"ltr"}


def test_marks_can_be_read_in_forced_colours(browser: Browser) -> None:
    browser.media(forced_colors="active", prefers_color_scheme="dark")
    browser.open((WHOLE,), SIGNATURE)
    color = "return getComputedStyle(document.querySelector(arguments[0])).color"
    assert browser.run(color, "mark") == browser.run(color, ".text")


def test_on_paper_everything_is_unfolded_and_controls_are_gone(browser: Browser) -> None:
    browser.open((many(), PAIRS), SIGNATURE)
    browser.media("print")
    assert browser.shown("#filters, #bar, .tools, .skip") == 0
    height = "return document.querySelector('#d1-r1-s6').getBoundingClientRect().height"
    assert browser.run(height) > 5
    assert browser.run("return getComputedStyle(document.querySelector('.pair')).contentVisibility") == "visible"


def test_a_printed_page_is_filled_and_keeps_a_finding_below_its_sentence(browser: Browser) -> None:
    result = checker.scan_file(ROOT / "samples/transcript/ro-added.txt")
    browser.open(result, result.signature)
    printed = [" ".join(text.split()) for text in browser.printed()]
    (rendering,) = result.documents[0].renderings
    assert rendering.segments[0].text in printed[0]
    assert [text.count("unsupported-sentence") for text in printed if "De aceea salutam" in text] == [1]
    assert sum(text.count("unsupported-sentence") for text in printed) == 1


def test_without_script_it_is_all_there(browser: Browser) -> None:
    browser.emulate("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open((WHOLE, PAIRS), SIGNATURE)
        assert browser.shown("#filters, #bar, .copy") == 0
        assert browser.shown(".finding") == 8
        assert browser.shown(".seg .text") == 12
    finally:
        browser.emulate("Emulation.setScriptExecutionDisabled", value=False)
