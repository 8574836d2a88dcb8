"""The checks of a run: begun, finished, kept if that is asked, otherwise forgotten after a while."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from checker.web.work.orders import CheckMade, CheckOrder, Refusal, ReportMade
from checker.web.work.pool import Lane, LaneJob

FORGOTTEN_AFTER = 3600.0
"""Seconds after which a check is forgotten that nobody looked at and nobody wanted kept (chosen)."""
MOST_KEPT = 30
"""Checks that are kept in all, of those that were asked to be (chosen: each may hold its file)."""
MOST_UNKEPT = 10
"""Other checks at a time (chosen)."""
MOST_HELD = 512 << 20
"""Bytes of files and results that are held; over that the checks that were used least lately go (chosen)."""


@dataclass(eq=False, slots=True)
class DeskCheck:
    """A check: whose it is, what was given (``values`` of the form), and how far it is.

    ``report`` is the latest: it changes when findings are dismissed.
    """

    owner: str
    title: str
    order: CheckOrder
    values: dict[str, str]
    job: LaneJob
    id: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    begun: datetime = field(default_factory=datetime.now)
    used: float = field(default_factory=time.monotonic)
    report: ReportMade | None = None
    is_kept: bool = False

    @property
    def is_running(self) -> bool:
        return not self.job.outcome.done()

    @property
    def made(self) -> CheckMade | None:
        """What the check made, if it has ended well."""
        outcome = None if self.is_running else self.job.outcome.result()
        return outcome if isinstance(outcome, CheckMade) else None

    @property
    def refusal(self) -> str:
        """Why it could not be done, or nothing."""
        outcome = None if self.is_running else self.job.outcome.result()
        return outcome.sentence if isinstance(outcome, Refusal) else ""

    @property
    def size(self) -> int:
        """Bytes that it holds, about."""
        made = self.made
        return sum(len(file.data) for file in self.order.files) + (
            len(made.result) + len(made.report.parts) if made else 0
        )

    @property
    def shown(self) -> ReportMade | None:
        """The report as it looks now."""
        return self.report or (self.made.report if self.made else None)


class Desk:
    """All checks of a run by id; a visitor gets at no other's."""

    def __init__(self, lane: Lane, clock: Callable[[], float] = time.monotonic) -> None:
        self._lane, self._clock = lane, clock
        self._checks: dict[str, DeskCheck] = {}

    def begin(self, owner: str, title: str, order: CheckOrder, values: dict[str, str]) -> DeskCheck:
        """Begin a check.  Raises ``queue.Full`` when too many wait."""
        check = DeskCheck(owner, title, order, values, self._lane.give(order), used=self._clock())
        self._checks[check.id] = check
        self._forget_old()
        return check

    def find(self, owner: str | None, id_: str) -> DeskCheck | None:
        """The check of that id if it is this visitor's."""
        self._forget_old()
        check = self._checks.get(id_)
        if check is None or check.owner != owner:
            return None
        check.used = self._clock()
        return check

    def kept(self, owner: str | None) -> list[DeskCheck]:
        """The checks that a visitor wanted kept, the latest first."""
        return [check for check in reversed(self._checks.values()) if check.is_kept and check.owner == owner]

    def forget(self, check: DeskCheck) -> None:
        """Forget a check at once, and stop it where it still runs."""
        check.job.cancel()
        self._checks.pop(check.id, None)

    def _forget_old(self) -> None:
        now = self._clock()
        for kept, most in ((True, MOST_KEPT), (False, MOST_UNKEPT)):
            of_kind = [check for check in self._checks.values() if check.is_kept is kept]
            of_kind.sort(key=lambda check: check.used)
            for place, check in enumerate(of_kind):
                is_old = not kept and now - check.used > FORGOTTEN_AFTER
                if not check.is_running and (is_old or place < len(of_kind) - most):
                    self.forget(check)
        ended = sorted((one for one in self._checks.values() if not one.is_running), key=lambda one: one.used)
        held = sum(check.size for check in ended)
        for check in ended[:-1]:
            if held > MOST_HELD:
                held -= check.size
                self.forget(check)
