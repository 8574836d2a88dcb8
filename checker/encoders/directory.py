"""A model directory on disk: what it records about itself, its weights, and whether both are intact."""

from __future__ import annotations

import json
import mmap
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checker.errors import ModelDamagedError, ModelNotFoundError

MANIFEST = "MODEL.json"
WEIGHTS = "model.safetensors"
VOCABULARY = "vocab.txt"

_TYPES = {"I8": np.int8, "F32": np.float32, "F16": np.float16, "I32": np.int32, "I64": np.int64}
AGAIN = "install the package again, or name another model with --model"


@dataclass(frozen=True)
class Manifest:
    """What ``MODEL.json`` says: the model's name, its revision and the SHA-256 of each of its files."""

    name: str
    revision: str
    files: dict[str, str] = field(default_factory=dict)


def read_manifest(directory: Path) -> Manifest:
    """The manifest of ``directory``; ``ModelNotFoundError`` without one, ``ModelDamagedError`` if it is no
    manifest."""
    path = directory / MANIFEST
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return Manifest(str(record["name"]), str(record["revision"]), dict(record["files"]))
    except OSError as error:
        raise ModelNotFoundError(f"{directory}: no embedded model there ({MANIFEST} is missing)", AGAIN) from error
    except (ValueError, KeyError, TypeError) as error:
        raise ModelDamagedError(f"{path}: not a model's record", AGAIN) from error


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


def write_manifest(directory: Path, name: str, files: list[str]) -> Manifest:
    """Records ``files`` of ``directory`` as they are now in its ``MODEL.json``."""
    digests = {file: digest(directory / file) for file in sorted(files)}
    manifest = Manifest(name, revision_of(digests), digests)
    record = {"name": manifest.name, "revision": manifest.revision, "files": digests}
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


def read_tensors(path: Path) -> dict[str, NDArray[np.generic]]:
    """The arrays of a safetensors file, mapped from disk, read-only.

    Raises ``ModelNotFoundError`` when there is no such file and ``ModelDamagedError`` when it is cut short or
    no such file. The format: eight bytes of length, a JSON header, the arrays.
    """
    try:
        with path.open("rb") as stream:
            mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    except OSError as error:
        raise ModelNotFoundError(f"{path}: cannot be read ({error.strerror})", AGAIN) from error
    except ValueError as error:
        raise ModelDamagedError(f"{path}: empty", AGAIN) from error
    try:
        begin = 8 + int.from_bytes(mapped[:8], "little")
        header = json.loads(mapped[8:begin])
        tensors = {}
        for name, entry in header.items():
            if name == "__metadata__":
                continue
            first, last = entry["data_offsets"]
            kind = np.dtype(_TYPES[entry["dtype"]])
            if begin + last > len(mapped):
                raise ValueError("cut short")
            flat = np.frombuffer(mapped, kind, (last - first) // kind.itemsize, begin + first)
            tensors[name] = flat.reshape(entry["shape"])
        return tensors
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelDamagedError(f"{path}: not a complete safetensors file ({error})", AGAIN) from error
