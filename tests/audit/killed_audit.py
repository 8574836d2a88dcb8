"""``python killed_audit.py FOLDER LEDGER``: an audit of two processes without a model, to be killed."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from audit_helpers import SIGNATURE, slow

from checker.audit import plan
from checker.audit.audit import audit
from checker.audit.engines import local
from checker.config import Settings

if __name__ == "__main__":
    folder, ledger = sys.argv[1:]
    engine = partial(local.outcomes, jobs=2, check=slow)
    audit(plan.items([folder]), Path(ledger), engine, Settings(), SIGNATURE, "request")
