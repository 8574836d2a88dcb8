"""The exceptions that users can meet, and what each of them can do about it.

CheckerError                 anything this package raises on purpose
├── UsageError               the call itself is wrong: change the call
│   ├── SettingsError        a setting is unknown or has a bad value: mend the named file
│   ├── GlossaryError        a glossary cannot be read: mend the named line
│   └── BaselineError        a file of dismissed findings, or a report for it, is not one: mend the named line
├── InputError               one document cannot be checked: mend or leave out that document
│   ├── UnreadableError      missing, no permission, a folder, vanished
│   ├── EmptyError           nothing to check in it
│   ├── EncodingError        not text in any encoding that could be found
│   ├── TooLargeError        over the size that is read
│   ├── ProtectedError       a password is needed: save it without one
│   ├── MissingReaderError   an optional package is needed to read it: install it
│   ├── ColumnsError         which columns hold source and target cannot be told: name them
│   └── NoOriginalError      no text in the source language to check against
├── ArchiveError             the archive of originals cannot be used
│   ├── ArchiveNotFoundError nothing there, or no archive: check the name, or make one
│   ├── ArchiveDamagedError  its files are incomplete or altered: build it again
│   ├── ArchiveVersionError  made by an older or newer version: build it again, or bring checker up to date
│   ├── ArchiveModelError    made with another embedding model: name that model
│   ├── ArchiveLockedError   another writer is at work: wait
│   └── ArchiveWriteError    the disk is full or may not be written: make room and run it again
├── LedgerError              an audit's ledger is damaged, locked, full or of another version: it says what to do
├── EngineError              an audit's workers cannot be started or reached: mend that and run it again
└── ModelError               the embedding model cannot be used
    ├── ModelNotFoundError   no such model here: name another, or ask to fetch it
    ├── ModelKindError       a model of another kind: name one of the kind that is wanted
    ├── ModelDamagedError    its files are incomplete or altered: install again
    ├── MissingPackageError  an optional package is needed: install it
    └── CalibrationError     what a model was calibrated to cannot be used: calibrate it again
"""

from __future__ import annotations

import os

from checker.printable import printable

DEBUG_VARIABLE = "CHECKER_DEBUG"
_LONGEST_SAID = 200


class CheckerError(Exception):
    """What happened and where (``message``), and what to do about it (``hint``)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return printable(f"{self.message}; {self.hint}" if self.hint else self.message)


class UsageError(CheckerError):
    """The call itself is wrong."""


class SettingsError(UsageError):
    """A setting is unknown or has a bad value."""


class GlossaryError(UsageError):
    """A glossary cannot be read, or a line of it is none."""


class BaselineError(UsageError):
    """A file of dismissed findings, or a report that findings are taken from, is damaged or another kind of file."""


class InputError(CheckerError):
    """One document cannot be checked; the others can."""


class UnreadableError(InputError):
    """The file is missing, locked, a folder, or vanished while it was read."""


class EmptyError(InputError):
    """There is nothing in the document to check."""


class EncodingError(InputError):
    """The bytes are not text in any encoding that could be found."""


class TooLargeError(InputError):
    """The document is over the size that is read."""


class ProtectedError(InputError):
    """The document is encrypted and opens only with a password."""


class MissingReaderError(InputError):
    """An optional package is needed to read this kind of document."""


class ColumnsError(InputError):
    """Which columns or fields of the records hold source and target cannot be told."""


class NoOriginalError(InputError):
    """The document has no text in the source language to check against."""


class ArchiveError(CheckerError):
    """The archive of originals cannot be used."""


class ArchiveNotFoundError(ArchiveError):
    """There is no archive under that name."""


class ArchiveDamagedError(ArchiveError):
    """The archive's files are incomplete or not the recorded ones."""


class ArchiveVersionError(ArchiveError):
    """The archive has the layout of an older or newer version."""


class ArchiveModelError(ArchiveError):
    """The archive was made with another embedding model."""


class ArchiveLockedError(ArchiveError):
    """Another writer is at work on the archive."""


class ArchiveWriteError(ArchiveError):
    """The archive cannot be written: a full disk, no permission."""


class LedgerError(CheckerError):
    """The ledger of an audit cannot be used: damaged, locked, of another version, or its disk is full."""


class EngineError(CheckerError):
    """The workers of an audit cannot be started or reached."""


class ModelError(CheckerError):
    """The embedding model cannot be used."""


class ModelNotFoundError(ModelError):
    """No model of that name is on this disk."""


class ModelDamagedError(ModelError):
    """The model's files are incomplete or not the recorded ones."""


class MissingPackageError(ModelError):
    """An optional package is needed for what was asked."""


class CalibrationError(ModelError):
    """A model's calibration cannot be read, written or used with this version."""


class ModelKindError(ModelError):
    """The model is of another kind than what was asked for."""


def internal_error(error: Exception) -> str:
    """What is said of an error that nobody raised on purpose: it is this package's fault.

    With ``CHECKER_DEBUG`` set the error is raised again instead, with all that led to it.
    """
    if DEBUG_VARIABLE in os.environ:
        raise error
    said = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST_SAID]
    return f"internal error ({said}); please report it, with what `checker doctor` prints and, if you may, the file"
