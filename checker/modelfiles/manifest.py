"""What ``MODEL.json`` says of a model directory: its kind, name and revision, and the digest of every file."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from checker.errors import ModelDamagedError, ModelKindError, ModelNotFoundError

MANIFEST = "MODEL.json"
AGAIN = "install the package again, or name another model with --model"

SENTENCE_ENCODER = "sentence-encoder"
PAIR_READER = "pair-reader"
KINDS = {
    SENTENCE_ENCODER: "turns sentences and words into vectors (--model)",
    PAIR_READER: "reads an original and its rendering together (second)",
}
"""What a model directory can be, and what it is for."""


@dataclass(frozen=True)
class Manifest:
    """``kind`` is one of ``KINDS``; ``files`` are the SHA-256 of each file by its name."""

    name: str
    revision: str
    files: dict[str, str] = field(default_factory=dict)
    kind: str = SENTENCE_ENCODER


def read_manifest(directory: Path, kind: str | None = None) -> Manifest:
    """The manifest of ``directory``.

    Raises ``ModelNotFoundError`` without one, ``ModelDamagedError`` if it is no manifest, and ``ModelKindError``
    where another ``kind`` of model is wanted.
    """
    path = directory / MANIFEST
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        found = Manifest(
            str(record["name"]),
            str(record["revision"]),
            {str(name): str(value) for name, value in record["files"].items()},
            str(record.get("kind", SENTENCE_ENCODER)),
        )
    except OSError as error:
        raise ModelNotFoundError(f"{directory}: no model there ({MANIFEST} is missing)", AGAIN) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelDamagedError(f"{path}: not a model's record", AGAIN) from error
    if kind is not None and found.kind != kind:
        raise ModelKindError(
            f"{found.name} is a {found.kind}: it {KINDS.get(found.kind, 'does something else')}",
            f"name a {kind}: `checker models list` shows them",
        )
    return found


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    total = sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            total.update(block)
    return total.hexdigest()


def revision_of(files: dict[str, str]) -> str:
    """Sixteen hexadecimal digits that name a set of files by their digests."""
    return sha256("".join(f"{files[name]}  {name}\n" for name in sorted(files)).encode()).hexdigest()[:16]


def write_manifest(directory: Path, name: str, files: list[str], kind: str = SENTENCE_ENCODER) -> Manifest:
    """Records ``files`` of ``directory`` as they are now in its ``MODEL.json``."""
    digests = {file: digest(directory / file) for file in sorted(files)}
    manifest = Manifest(name, revision_of(digests), digests, kind)
    record = {"name": manifest.name, "kind": kind, "revision": manifest.revision, "files": digests}
    (directory / MANIFEST).write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    return manifest


def damaged_files(directory: Path) -> list[str]:
    """Recorded files that are missing or differ from their record, in order; also the record itself."""
    manifest = read_manifest(directory)
    wrong = [
        name
        for name, recorded in sorted(manifest.files.items())
        if not (directory / name).is_file() or digest(directory / name) != recorded
    ]
    return wrong + [MANIFEST] * (manifest.revision != revision_of(manifest.files))


def refuse_what_is_no_file(directory: Path) -> None:
    """Raises ``ModelDamagedError`` where a pipe, a socket or a device is in a model's folder or in one within it: who
    reads one may wait for ever."""
    for path in (*directory.iterdir(), *directory.glob("*/*")):
        if path.exists() and not path.is_file() and not path.is_dir():
            raise ModelDamagedError(f"{path}: a pipe, a socket or a device, not a file of a model", AGAIN)


def models_directory() -> Path:
    """Where the models that come with the package are."""
    return Path(__file__).parent.parent / "models"


def shipped(kind: str | None = None) -> list[Path]:
    """The directories of the models that come with the package, of one kind or all, in order."""
    found = sorted(path.parent for path in models_directory().glob(f"*/{MANIFEST}"))
    return [directory for directory in found if kind in (None, read_manifest(directory).kind)]
