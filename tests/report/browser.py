"""A real browser for tests: headless Chromium, driven by selenium, with an eye on its console and its requests."""

from __future__ import annotations

import base64
import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from waits import WAIT

from checker.model import DocumentResult, Signature
from checker.report import html

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--mute-audio",
)


class Browser:
    """One browser for all tests of a run; each page is opened anew."""

    def __init__(self, folder: Path, chromium: str, chromedriver: str) -> None:
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        options = webdriver.ChromeOptions()
        options.binary_location = chromium
        for flag in (*FLAGS, f"--user-data-dir={folder / 'profile'}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(chromedriver))
        self.folder = folder
        self.url = ""

    def open(
        self, documents: Iterable[DocumentResult], signature: Signature, *, width: int = 1280, at: str = ""
    ) -> None:
        """Open the report on the documents in a window of that width."""
        path = self.folder / "report.html"
        path.write_text(html.report(documents, signature), encoding="utf-8")
        self.visit(path, width=width, at=at)

    def visit(self, path: Path, *, width: int = 1280, at: str = "") -> None:
        """Open a page that is a file in a window of that width."""
        self.emulate("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.driver.get("about:blank")
        self.console(), self.requests()
        self.url = path.as_uri()
        self.driver.get(self.url + at)

    def emulate(self, command: str, **values: Any) -> None:
        self.driver.execute_cdp_cmd(command, values)

    def media(self, type_: str = "", **features: str) -> None:
        named = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.emulate("Emulation.setEmulatedMedia", media=type_, features=named)

    def printed(self) -> list[str]:
        """The text of each page that a printer gets."""
        pdfium = pytest.importorskip("pypdfium2")
        data = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
        document = pdfium.PdfDocument(base64.b64decode(data))
        return [str(page.get_textpage().get_text_range()) for page in document]

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script returns that is run in the page."""
        return self.driver.execute_script(script, *arguments)

    def until(self, condition: Callable[[], object]) -> None:
        """Wait for something to be so."""
        from selenium.webdriver.support.ui import WebDriverWait

        WebDriverWait(self.driver, WAIT).until(lambda _driver: condition())

    def all(self, selector: str) -> list[Any]:
        return self.driver.find_elements("css selector", selector)

    def one(self, selector: str) -> Any:
        return self.driver.find_element("css selector", selector)

    def shown(self, selector: str) -> int:
        """How many elements that match are to be seen."""
        return sum(found.is_displayed() for found in self.all(selector))

    def ids(self, selector: str) -> list[str]:
        return [str(found.get_attribute("id")) for found in self.all(selector)]

    def press(self, keys: str) -> None:
        from selenium.webdriver import ActionChains

        ActionChains(self.driver).send_keys(keys).perform()

    def focused(self) -> str:
        return str(self.driver.switch_to.active_element.get_attribute("id"))

    def console(self) -> list[str]:
        """What the console said since it was last asked."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """The addresses asked for since it was last asked."""
        said = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        sent = [entry["params"]["request"]["url"] for entry in said if entry["method"] == "Network.requestWillBeSent"]
        return [url for url in sent if not url.startswith(("about:", "data:"))]

    def violations(self) -> list[str]:
        """What axe-core finds against the rules of accessibility: rule, impact, and the first place."""
        self.run(resources.files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
        found = self.driver.execute_async_script(
            "axe.run(document, {resultTypes: ['violations']}).then((result) => arguments[0](result.violations))"
        )
        return [f"{one['id']} ({one['impact']}): {one['nodes'][0]['html'][:200]}" for one in found]


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser, or a skip that says what is missing."""
    pytest.importorskip("selenium", reason="selenium is not installed: pip install -e '.[test]'")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    chromedriver = shutil.which("chromedriver")
    if chromium is None or chromedriver is None:
        pytest.skip("no Chromium with its driver here: apt-get install chromium chromium-driver")
    made = Browser(tmp_path_factory.mktemp("browser"), chromium, chromedriver)
    yield made
    made.driver.quit()
