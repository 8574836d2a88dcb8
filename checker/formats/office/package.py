"""Packages of parts (ZIP, as Office programs write them), read without trust: nothing is unpacked to disk.

Parts are read by name as the package's own relationships lead to them, piece by piece, and what they unpack to is
counted as it comes and not as the package declares it.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from checker.errors import EmptyError, InputError, ProtectedError, TooLargeError
from checker.formats.xml.events import Attributes, Events, walk

MAX_UNPACKED = 256 * 1024 * 1024
"""Bytes that are unpacked from one package in all; a spreadsheet of 100,000 long rows has some 60 MB."""

MAX_PARTS = 20_000
"""Parts of a package; a thesis full of pictures has some hundred."""

MAX_RATIO = 200
"""How many bytes one byte may unpack to, in parts of more than ``_RATIO_FROM``; regular sheets of numbers reach 60."""

_RATIO_FROM = 512 * 1024
_LEAST_UNPACKED = 16 * 1024 * 1024
"""Bytes that the smallest package may unpack to in all, its parts read again counted again; chosen."""

_OPENING = 16 * 1024
"""What it counts for, in bytes, that a part is opened, though it be small: a bound of time for those that are listed
very often."""

_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)
"""What the standard library raises for packages that are damaged; ``NotImplementedError`` is a ``RuntimeError``."""

_PIECE = 1 << 18
_ENTRY = b"PK\x01\x02"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


@dataclass(frozen=True, slots=True)
class Relationship:
    """From one part to another: ``kind`` is the last word of its type, ``target`` the name of the other part."""

    id: str
    kind: str
    target: str


_KINDS = {"word": "docx", "xl": "xlsx", "ppt": "pptx"}
_MIMETYPE = re.compile(rb"PK.{28}mimetype(?:.{0,40}?)(application/[\w.+-]+)", re.S)
_KINDS_SAID = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.adobe.indesign-idml-package": "idml",
}


def kind_of(data: bytes) -> str | None:
    """Which format a package of unknown name is in, by its own word; None for others and damaged ones."""
    try:
        said = _MIMETYPE.match(data)
        if said:
            return next((kind for type_, kind in _KINDS_SAID.items() if said[1].startswith(type_)), None)
        return _KINDS.get(Package("<unknown>", data, "Office").main_part.partition("/")[0])
    except InputError:
        return None


class Package:
    """The parts of one package.  Raises ``InputError`` leaves, with ``what`` the file is expected to be.

    ``unpacked`` counts the bytes that its parts were unpacked to so far.
    """

    def __init__(self, path: str, data: bytes, what: str) -> None:
        self._path, self._what, self.unpacked, self._openings = path, what, 0, 0
        self._most = min(MAX_UNPACKED, max(_LEAST_UNPACKED, MAX_RATIO * len(data)))
        if not data:
            raise EmptyError(f"{path}: the file is empty", "check that this is the right file")
        if data.startswith(_OLE):
            _refuse_ole(path, data, what)
        if data.count(_ENTRY) > MAX_PARTS:
            raise TooLargeError(f"{path}: over the {MAX_PARTS} parts of a package", "check where it comes from")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise self._damaged("cut off" if data.startswith(b"PK") else "no package") from error
        self._parts: dict[str, zipfile.ZipInfo] = {}
        for info in self._zip.infolist():
            name = info.filename.lower()
            if name in self._parts:
                raise InputError(f"{path}: two parts in it are called {info.filename[:60]!r}", "save it again")
            self._parts[name] = info

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._parts

    def pieces(self, name: str) -> Iterator[bytes]:
        """The content of a part, unpacked piece by piece."""
        info = self._parts.get(name.lower())
        if info is None:
            raise self._damaged(f"its part {name[:60]} is missing")
        if info.flag_bits & 1:
            raise _protected(self._path)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise InputError(f"{self._path}: packed in a way that {self._what} files are not", "save it again")
        size = 0
        self._openings += 1
        try:
            with self._zip.open(info) as file:
                while piece := file.read(_PIECE):
                    size += len(piece)
                    self._check_size(size, len(piece), info)
                    yield piece
        except _BROKEN as error:
            raise self._damaged(f"its part {name[:60]} cannot be unpacked") from error

    def walk(self, name: str, events: Events) -> None:
        """Read a part that is XML.  Raises ``InputError`` where it is damaged or means harm."""
        try:
            walk(self.pieces(name), events)
        except InputError as error:
            if error.message.startswith(f"{self._path}:"):
                raise
            raise type(error)(f"{self._path}: in its part {name[:60]}: {error.message}", error.hint) from None

    def related(self, part: str = "") -> dict[str, Relationship]:
        """The relationships of a part, or of the package, by id; those to places outside it are left out."""
        folder, file = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        if name not in self:
            return {}
        reader = _Relationships(folder)
        self.walk(name, reader)
        return reader.found

    @cached_property
    def main_part(self) -> str:
        """The name of the part that the package is there for."""
        for relationship in self.related().values():
            if relationship.kind == "officeDocument":
                return relationship.target
        raise self._damaged("it does not name its main part")

    def _check_size(self, size: int, piece: int, info: zipfile.ZipInfo) -> None:
        self.unpacked += piece
        if self.unpacked + _OPENING * self._openings > self._most or (
            size > _RATIO_FROM and size > MAX_RATIO * max(info.compress_size, 1)
        ):
            raise TooLargeError(
                f"{self._path}: its part {info.filename[:60]} unpacks to more than honest ones do, as in zip bombs",
                "check where it comes from; split it if it is good",
            )

    def _damaged(self, how: str) -> InputError:
        return InputError(f"{self._path}: not a whole {self._what} file ({how})", "save it again, or fetch it again")


class _Relationships:
    def __init__(self, folder: str) -> None:
        self.found: dict[str, Relationship] = {}
        self._folder = folder

    def start(self, name: str, attributes: Attributes) -> bool:
        if name == f"{_RELATIONSHIPS}Relationship" and attributes.get("TargetMode") != "External":
            id_, kind = attributes.get("Id", ""), attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", self._folder, unquote(attributes.get("Target", ""))))
            self.found[id_] = Relationship(id_, kind, target.lstrip("/"))
        return True

    def end(self, name: str) -> None: ...

    def text(self, text: str) -> None: ...


def _refuse_ole(path: str, data: bytes, what: str) -> None:
    if _ENCRYPTED in data:
        raise _protected(path)
    raise InputError(
        f"{path}: in the old binary format of Office, whatever it is called", f"save it as {what} and check that"
    )


def _protected(path: str) -> ProtectedError:
    return ProtectedError(f"{path}: protected by a password", "open it, and save it without one")
