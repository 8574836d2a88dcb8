"""The page as a browser has it: a client that keeps cookies and fills in forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from checker.config.settings import layer

pytest.importorskip("starlette", reason="the extra web is not installed: pip install -e '.[web]'")
from starlette.testclient import TestClient

from checker.web.app import application
from checker.web.site import WebOptions
from checker.web.work.pool import CHECKING, Lane

PORT = 8377
ORIGIN = f"http://127.0.0.1:{PORT}"
OPTIONS = WebOptions(port=PORT, settings=layer({}, "test"), by="Ana")

MIXED = (
    "The ferry to the island was late on Monday because of the storm. Two hundred passengers waited in the hall. "
    "The harbour office opened a second counter in the afternoon.\n\n"
    "Feribotul spre insulă a întârziat luni din cauza furtunii. Două sute de pasageri au așteptat în sală. "
    "Primarul Ionescu a demisionat în aceeași seară, după scandalul cu banii.\n"
)


class Visitor:
    """A browser on the page."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.token = ""

    def open(self, address: str = "/") -> str:
        """The page at an address; its token is kept for forms."""
        answer = self.client.get(address)
        found = re.search(r'name="token" value="([0-9a-f]+)"', answer.text)
        self.token = found[1] if found else self.token
        return answer.text

    def send(self, address: str, headers: dict[str, str] | None = None, **values: Any) -> Any:
        """Send a form, with its token, from a page of the site."""
        files = {name: value for name, value in values.items() if isinstance(value, tuple)}
        fields = {name: value for name, value in values.items() if not isinstance(value, tuple)}
        if not self.token:
            self.open()
        return self.client.post(
            address, data={"token": self.token} | fields, files=files, headers={"Origin": ORIGIN} | (headers or {})
        )

    def check(self, **values: Any) -> Any:
        """The answer to a form that begins a check, when the check has ended."""
        answer = self.send("/checks", **values)
        while 'data-state="' in answer.text:
            answer = self.client.get(answer.url.path)
        return answer


def site(checking: str = CHECKING, **options: Any) -> TestClient:
    """A client of an application of its own, to be used in ``with``; ``checking`` names what carries out checks."""
    checks = Lane(checking, seconds=600, ahead=True)
    return TestClient(application(replace(OPTIONS, **options), checks), base_url=ORIGIN)


@pytest.fixture(scope="module")
def visitor() -> Iterator[Visitor]:
    """A browser on a page that all tests of a module share."""
    with site() as client:
        yield Visitor(client)
