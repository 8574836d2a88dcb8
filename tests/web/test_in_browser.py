"""The page in a real browser, from the command to the report: what a person does, and what a document cannot do."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from site_client import MIXED

sys.path.append(str(Path(__file__).parents[1] / "report"))
from browser import Browser, browser

__all__ = ["browser"]

INVENTED = "Primarul Ionescu a demisionat"
MANY = "source,target\n" + "".join(
    f"The ship number {k} came into the harbour.,Nava cu numărul {k} a intrat în port.\n" for k in range(40_000)
)
"""A table that takes far longer than a test waits."""


@pytest.fixture(scope="module")
def address(browser: Browser) -> Iterator[str]:
    """Where ``checker serve`` answers."""
    command = [sys.executable, "-m", "checker", "serve", "--no-browser", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]) as server:
        assert server.stderr is not None
        yield server.stderr.readline().split()[1]
        server.terminate()
        assert server.stderr.read() == ""  # nothing of what was checked was said at the command line


@pytest.fixture(autouse=True)
def page(browser: Browser, address: str) -> Iterator[Browser]:
    """The first page; the console stays clean, and nothing is asked of anybody else."""
    browser.media()
    window(browser, 1280)
    browser.driver.get("about:blank")
    browser.console(), browser.requests()
    browser.driver.get(address)
    yield browser
    assert browser.console() == []
    assert [url for url in browser.requests() if not url.startswith((address, "blob:"))] == []


def window(page: Browser, width: int) -> None:
    page.emulate("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)


def until(page: Browser, found: Callable[[], Any]) -> Any:
    from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
    from selenium.webdriver.support.wait import WebDriverWait

    replaced = (StaleElementReferenceException, NoSuchElementException)
    return WebDriverWait(page.driver, 60, 0.05, replaced).until(lambda _: found())


def paste(page: Browser, text: str, place: str = "text") -> None:
    page.run(f"document.getElementById('t-{place}').value = arguments[0]", text)


def check(page: Browser) -> None:
    page.one("#check .primary").click()
    until(page, lambda: page.all(".web.result"))


def drop(page: Browser, place: str, *files: tuple[str, str]) -> None:
    """Drop files on a place, as a person does with the mouse."""
    page.run(
        """
        const holder = new DataTransfer();
        for (const [name, content] of arguments[1]) holder.items.add(new File([content], name));
        for (const kind of ["dragenter", "dragover", "drop"]) {
          document.querySelector(arguments[0]).dispatchEvent(
            new DragEvent(kind, { dataTransfer: holder, bubbles: true, cancelable: true }));
        }
        """,
        place,
        list(map(list, files)),
    )


def test_a_text_is_pasted_and_its_report_read(page: Browser) -> None:
    paste(page, MIXED)
    check(page)
    assert page.one("h1").text == "1 of 3 sentences is not supported by the original"
    assert page.one(".given mark").text.startswith(INVENTED)
    page.one(".given mark a").click()
    assert page.focused() == page.one(".finding").get_attribute("id")
    assert "current" in page.one(".given mark").get_attribute("class")
    page.press("k")
    assert page.one("#at").text == "1 of 1"


def test_a_text_is_checked_by_keyboard_alone(page: Browser) -> None:
    from selenium.webdriver import ActionChains, Keys

    page.run("document.getElementById('t-text').focus()")
    page.press("The ferry was late. Nobody was hurt.\n\nFeribotul a întârziat. Nimeni nu a fost rănit.")
    ActionChains(page.driver).key_down(Keys.CONTROL).send_keys(Keys.ENTER).key_up(Keys.CONTROL).perform()
    until(page, lambda: page.all(".web.result"))
    page.press(Keys.TAB)
    assert page.run("return document.activeElement.className") == "skip"


def test_files_are_dropped_on_their_places_and_taken_away(page: Browser) -> None:
    original, _, rendering = MIXED.partition("\n\n")
    page.one("label[for=mode-two]").click()
    assert page.shown(".drop") == 2
    drop(page, ".two .drop:nth-child(1)", ("press.txt", original))
    assert page.one(".two .chosen").text.startswith("press.txt (1 kB)")
    assert page.shown(".two textarea") == 1
    page.one(".two .chosen button").click()
    assert page.shown(".two textarea") == 2 and page.focused() == "t-source"
    drop(page, ".two .drop:nth-child(1)", ("press.txt", original))
    drop(page, "body", ("missed.txt", "This one missed its place."))
    drop(page, ".two .drop:nth-child(2)", ("a.txt", "a"), ("b.txt", "b"))
    assert page.one("#trouble").text == "One file at a time, please."
    paste(page, rendering, "target")
    check(page)
    assert page.one(".given-name").text == "press.txt and translation.txt"


def test_a_file_that_is_too_large_is_not_sent(page: Browser) -> None:
    drop(page, ".one .drop", ("large.txt", "x" * (33 << 20)))
    assert page.one("#trouble").text == "large.txt is over the 32 MB that are read."
    page.one("#check .primary").click()
    assert page.shown("#check") == 1


def test_a_long_check_shows_how_far_it_is_and_is_cancelled(page: Browser) -> None:
    drop(page, ".one .drop", ("many.csv", MANY))
    page.one("#check .primary").click()
    until(page, lambda: page.all("#cancel"))
    assert page.one("h1").text == "Checking many.csv"
    until(page, lambda: page.all("#stage") and page.one("#stage").text.startswith("Checking pairs: "))
    assert page.violations() == []
    page.one("#cancel").click()
    until(page, lambda: page.all("[role=alert]"))
    assert page.one("[role=alert]").text == "Cancelled."
    assert "many.csv is checked again unless you give another." in page.one(".one .drop").text


def test_a_finding_is_dismissed_and_comes_back(page: Browser) -> None:
    paste(page, MIXED.replace("Ionescu", "Popescu"))
    check(page)
    page.one(".finding .tools button:last-child").click()
    page.press("it was said elsewhere\n")
    until(page, lambda: page.all(".dismissed-here"))
    assert page.all(".finding") == [] and page.violations() == []
    page.one(".dismissed-here button").click()
    until(page, lambda: page.all(".finding"))
    assert page.all(".dismissed-here") == []


def test_a_check_is_kept_and_found_on_the_first_page(page: Browser, address: str) -> None:
    paste(page, MIXED)
    check(page)
    page.one(".own form button").click()
    until(page, lambda: "Kept until" in page.one(".banner").text)
    page.driver.get(address)
    assert page.one(".recent a").text == "pasted.txt" and page.violations() == []
    page.one(".recent button").click()
    until(page, lambda: not page.all(".recent"))


def test_a_text_full_of_markup_and_script_comes_out_as_text(page: Browser) -> None:
    evil = "<script>document.title='run'</script><img src=x onerror=document.title='run'></textarea><svg onload=1>"
    paste(page, f"{MIXED}\n{evil}\n")
    check(page)
    assert "run" not in page.run("return document.title")
    assert evil in page.one(".given-text").text
    page.one(".given a").click()
    until(page, lambda: page.all("#check"))
    assert evil in page.run("return document.getElementById('t-text').value")
    assert page.run("return document.querySelectorAll('img, svg[onload], script:not([src])').length") == 0


def test_it_works_without_scripts(page: Browser, address: str) -> None:
    page.emulate("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page.driver.get(address)
        page.one("#t-text").send_keys(MIXED)
        check(page)
        assert page.one("h1").text == "1 of 3 sentences is not supported by the original"
    finally:
        page.emulate("Emulation.setScriptExecutionDisabled", value=False)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible_and_fits_from_a_phone_to_a_wide_screen(page: Browser, scheme: str) -> None:
    page.media(prefers_color_scheme=scheme)

    def fits(what: str) -> None:
        for width in (320, 800, 1280, 1920):  # 320 is also 1280 at 400 per cent
            window(page, width)
            assert page.run("return document.documentElement.scrollWidth") <= width, (what, width)
            if width in (320, 1280):
                assert page.violations() == [], (what, width)

    fits("first page")
    page.one("label[for=mode-two]").click()
    page.one("summary").click()
    fits("first page, two texts, all choices")
    page.one("#check .primary").click()
    until(page, lambda: page.all("[role=alert]:not([hidden])"))
    fits("first page with an error")
    page.console()  # the browser itself says that the form was refused
    page.one("label[for=mode-one]").click()
    paste(page, MIXED)
    check(page)
    fits("report")
    page.one(".finding .tools button:last-child").click()
    fits("report, dismissing")
    page.driver.get(page.driver.current_url + "/nothing")
    fits("nothing here")
    page.console()  # the browser itself says that there was nothing
