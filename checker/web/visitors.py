"""Who asks: a browser, known by a cookie that says nothing, and the token that its forms carry.

Nothing is stored of a visitor: the token is made of the cookie and a secret of this run.  Another user of the machine
who opens the page is another visitor, and sees nothing of the first one's checks.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

from starlette.requests import Request
from starlette.responses import Response

_KEY = re.compile(r"[A-Za-z0-9_-]{43}")


class Visitors:
    """The visitors of one run of the server on ``port``."""

    def __init__(self, port: int) -> None:
        # Cookies do not know ports: two servers must not take each other's for theirs.
        self._cookie = f"checker-{port}"
        self._secret = secrets.token_bytes(32)

    def key_of(self, request: Request) -> str | None:
        """The key of the visitor, if the browser has one."""
        key = request.cookies.get(self._cookie, "")
        return key if _KEY.fullmatch(key) else None

    def known(self, response: Response, key: str) -> Response:
        """The response that makes the browser known by a key."""
        response.set_cookie(self._cookie, key, httponly=True, samesite="strict", path="/")
        return response

    def token(self, key: str) -> str:
        """What a form of this visitor has to carry."""
        return hmac.new(self._secret, key.encode("ascii"), hashlib.sha256).hexdigest()

    def has_token(self, key: str, token: str) -> bool:
        """Whether a form came from a page that this visitor was shown."""
        return hmac.compare_digest(self.token(key).encode("ascii"), token.encode("utf-8", "replace"))


def new_key() -> str:
    """A key that nobody can guess."""
    return secrets.token_urlsafe(32)
