"""``--annotate``: findings into a copy of the file that was checked."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from checker.cli.options import refuse_overwriting
from checker.cli.say import say
from checker.errors import InputError, UsageError
from checker.model import DocumentResult
from checker.report.registry import DEFAULT

STANDARD_OUTPUT = "-"


class Annotation:
    """Keeps the result that goes by and writes it into a copy of its file.

    Raises ``UsageError`` where that cannot be, before anything is checked.
    """

    def __init__(self, output: Path, files: tuple[str, ...], format_: str | None, options: dict[str, Any]) -> None:
        from checker.annotate import require_format
        from checker.formats.decoding import read_bytes

        if len(files) != 1 or files[0] == "-":
            raise UsageError("--annotate takes one file at a time", "name one file, and call it again for the next")
        self._to_output = str(output) == STANDARD_OUTPUT
        if not self._to_output:
            refuse_overwriting(output, files)
        elif options["output"] is None:
            # The copy is what is wanted on standard output: nothing else may stand between its lines.
            options["output"], options["format_"] = Path(os.devnull), DEFAULT
        if options["output"] is not None and output.resolve() == options["output"].resolve():
            raise UsageError(f"{output}: -o and --annotate name the same file", "name another for one of them")
        self._path, self._output, self._quiet = files[0], output, options["quiet"]
        self._data = read_bytes(self._path)
        self._format = require_format(self._path, self._data, format_)
        self._result: DocumentResult | None = None

    def kept(self, result: DocumentResult) -> DocumentResult:
        self._result = result
        return result

    def write(self) -> None:
        """The copy, unless the file could not be checked.  Raises ``InputError``, ``UsageError``."""
        from checker.annotate import annotated, count
        from checker.formats.decoding import read_bytes
        from checker.report.files import replacing
        from checker.report.layout import count as counted

        if self._result is None or self._result.status == "failed":
            say(f"checker: {self._output} is not written, since nothing was checked", err=True)
            return
        if read_bytes(self._path) != self._data:
            raise InputError(f"{self._path}: it changed while it was checked", "leave it alone until the run has ended")
        made = annotated(self._path, self._data, self._result, self._format)
        if self._to_output:
            sys.stdout.flush()
            sys.stdout.buffer.write(made)
            sys.stdout.buffer.flush()
        else:
            with replacing(self._output) as file:
                file.write(made)
        if not self._quiet:
            notes, units = count(self._result)
            said = f"{counted(notes, 'finding')} in {counted(units, 'unit')}" if notes else "no findings"
            where = "standard output" if self._to_output else self._output
            say(f"checker: {said} written into {where}", err=True)
