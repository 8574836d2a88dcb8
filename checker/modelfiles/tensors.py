"""The arrays of a safetensors file, mapped from disk."""

from __future__ import annotations

import json
import mmap
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checker.errors import ModelDamagedError, ModelNotFoundError
from checker.modelfiles.manifest import AGAIN

_TYPES = {"I8": np.int8, "F32": np.float32, "F16": np.float16, "I32": np.int32, "I64": np.int64}


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
