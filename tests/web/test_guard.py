"""Who may ask, and how much may be sent."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from site_client import MIXED, ORIGIN, PORT, Visitor, site, visitor
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from checker.web.guard import HEADERS, Guard, handlers
from checker.web.pages.frame import message_page

__all__ = ["visitor"]


@pytest.mark.parametrize(
    "host",
    [
        f"evil.example:{PORT}",
        f"127.0.0.1.evil.example:{PORT}",
        f"127.0.0.1:{PORT}.evil.example",
        "127.0.0.1",
        "localhost:1",
        "",
    ],
)
@pytest.mark.parametrize("address", ["/", "/checks", "/assets/page.css", "/nothing"])
def test_a_name_that_the_server_does_not_go_by_is_refused(visitor: Visitor, host: str, address: str) -> None:
    answer = visitor.client.get(address, headers={"Host": host})
    assert answer.status_code == 421
    assert "under no other name" in answer.text and "Set-Cookie" not in answer.headers


def test_localhost_is_a_name_of_this_machine(visitor: Visitor) -> None:
    assert visitor.client.get("/", headers={"Host": f"localhost:{PORT}"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": f"http://localhost:{PORT}"},
        {"Origin": f"https://127.0.0.1:{PORT}"},
        {"Origin": ""},
        {"Origin": ORIGIN, "Sec-Fetch-Site": "cross-site"},
        {"Origin": ORIGIN, "Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
def test_a_form_from_another_site_does_nothing(visitor: Visitor, headers: dict[str, str]) -> None:
    answer = visitor.send("/checks", headers, text=MIXED)
    assert answer.status_code == 403
    assert "nothing was done" in answer.text


def test_a_form_without_an_origin_does_nothing(visitor: Visitor) -> None:
    visitor.open()
    assert visitor.client.post("/checks", data={"token": visitor.token, "text": MIXED}).status_code == 403


@pytest.mark.parametrize("token", ["", "0" * 64, "é"])
def test_a_form_without_the_token_of_its_visitor_does_nothing(visitor: Visitor, token: str) -> None:
    answer = visitor.send("/checks", text=MIXED, token=token)
    assert answer.status_code == 403
    assert "earlier run" in answer.text


def test_a_visitor_sees_and_changes_no_check_of_another(visitor: Visitor) -> None:
    address = visitor.check(text=MIXED).url.path
    other = Visitor(TestClient(visitor.client.app, base_url=ORIGIN))
    other.open()
    for part in ("", "/state", "/download/json"):
        assert other.client.get(f"{address}{part}").status_code == 404
    for part in ("/cancel", "/keep", "/forget", "/dismiss", "/restore"):
        assert other.send(f"{address}{part}").status_code == 404
    assert visitor.client.get(address).status_code == 200
    assert "pasted.txt" not in other.open(f"/?again={address.rpartition('/')[2]}")


@pytest.mark.parametrize("address", ["/", "/nothing", "/assets/page.js", "/checks"])
def test_every_answer_says_what_a_browser_may_do_with_it(visitor: Visitor, address: str) -> None:
    headers = visitor.client.get(address).headers
    assert {name: headers[name] for name in HEADERS if name != "Cache-Control"} == {
        name: value for name, value in HEADERS.items() if name != "Cache-Control"
    }
    assert headers["Cache-Control"] == ("no-store" if "assets" not in address else "max-age=31536000, immutable")


def test_the_cookie_is_for_this_server_alone() -> None:
    with site() as client:
        cookie = client.get("/").headers["Set-Cookie"]
    assert cookie.startswith(f"checker-{PORT}=")
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie and "Domain" not in cookie


SECRET = "Ministrul a demisionat"


async def echo(request: Request) -> Response:
    return PlainTextResponse(str(len(await request.body())))


async def broken(_: Request) -> Response:
    raise ValueError(SECRET)


@pytest.fixture
def guarded() -> TestClient:
    routes = [Route("/", echo, methods=["POST"]), Route("/broken", broken)]
    inner = Starlette(routes=routes, exception_handlers=handlers(1000, message_page))
    return TestClient(Guard(inner, frozenset((f"127.0.0.1:{PORT}",)), 1000, message_page), base_url=ORIGIN)


def in_pieces(size: int) -> Iterator[bytes]:
    for _ in range(size // 100):
        yield b"x" * 100


@pytest.mark.parametrize("content", [b"x" * 1000, "pieces"])
def test_what_is_within_the_size_is_taken(guarded: TestClient, content: bytes | str) -> None:
    sent = in_pieces(1000) if isinstance(content, str) else content
    assert guarded.post("/", content=sent, headers={"Origin": ORIGIN}).text == "1000"


@pytest.mark.parametrize("size", [1100, 20_000])
@pytest.mark.parametrize("is_declared", [True, False])
def test_what_is_too_large_is_refused_whether_it_says_so_or_not(
    guarded: TestClient, size: int, is_declared: bool
) -> None:
    content = b"x" * size if is_declared else in_pieces(size)
    answer = guarded.post("/", content=content, headers={"Origin": ORIGIN})
    assert answer.status_code == 413
    assert "are taken at once" in answer.text


@pytest.mark.parametrize("length", ["-1", "many", "1e9", "٣"])
def test_a_length_that_is_none_is_refused(guarded: TestClient, length: str) -> None:
    headers = {"Origin": ORIGIN, "Content-Length": length.encode()}
    assert guarded.post("/", content=in_pieces(100), headers=headers).status_code == 413


def test_an_error_inside_is_answered_and_the_log_quotes_no_document(
    guarded: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = guarded.get("/broken")
    assert answer.status_code == 500
    assert "Something went wrong" in answer.text and SECRET not in answer.text
    assert "ValueError" in caplog.text and SECRET not in caplog.text
