"""Settings files: ``checker.cfg``, ``setup.cfg``, ``pyproject.toml``, or any of their kind that is named."""

from __future__ import annotations

import configparser
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.config.reading import shown
from checker.config.settings import FILES, Layer, Settings, laid, layer
from checker.errors import SettingsError
from checker.reading import read_at_most

_OWN = "checker.cfg"
_MENTION = b"checker]"
"""What the head of a section for this tool ends with, in either kind of file."""

_MAX_BYTES = 1 << 20
_LONGEST_REASON = 200


def settings_from_files(folder: Path, named: Path | None = None) -> Settings:
    """The settings of a folder, as ``layer_of_files`` finds them; defaults when there are none."""
    return laid(layer_of_files(folder, named))


def layer_of_files(folder: Path, named: Path | None = None) -> Layer:
    """Settings of the file ``named``, or of the first of ``checker.cfg``, ``setup.cfg`` and
    ``pyproject.toml`` in ``folder`` that has a section for this tool; an empty layer when none has.

    Files that a named file's settings name count from its folder.
    """
    if named is not None:
        found = _section(named, str(named), is_named=True)
        if found is None:
            raise SettingsError(f"{named}: no [checker] section", "add one, or leave --config out")
        located = {
            key: str(named.parent / value) if key in FILES and isinstance(value, str) and value else value
            for key, value in found.values.items()
        }
        return layer(located, str(named), found.lines)
    for name in ("checker.cfg", "setup.cfg", "pyproject.toml"):
        found = _section(folder / name, name, is_named=False)
        if found is not None:
            return layer(found.values, name, found.lines)
    return Layer()


@dataclass(frozen=True, slots=True)
class _Section:
    """What a file says to this tool, and the line of each key."""

    values: Mapping[str, Any]
    lines: Mapping[str, int]


def _section(path: Path, name: str, *, is_named: bool) -> _Section | None:
    """The section of a file, called ``name`` in messages; None where it has none.

    A file of other tools that cannot be read and does not mention this one has none either.
    """
    data = _data(path, name, is_named=is_named)
    if data is None:
        return None
    try:
        text = data.decode("utf-8-sig")
        if "\0" in text:
            raise ValueError
    except ValueError as error:
        if is_named or name == _OWN or _MENTION in data.replace(b"\0", b""):
            where = f"byte {error.start}" if isinstance(error, UnicodeDecodeError) else "it holds NUL bytes"
            raise SettingsError(f"{name}: not UTF-8 text ({where})", "save it as UTF-8") from None
        return None
    try:
        values = _of_toml(text, name) if path.suffix == ".toml" else _of_cfg(text, name)
    except (configparser.Error, tomllib.TOMLDecodeError) as error:
        said = " ".join(str(error).split())[:_LONGEST_REASON]
        raise SettingsError(f"{name}: not a settings file ({said})", "mend the named line") from None
    except (ValueError, RecursionError) as error:
        why = "nested too deeply" if isinstance(error, RecursionError) else "a number with too many digits"
        raise SettingsError(f"{name}: not a settings file ({why})", "mend or remove that setting") from None
    return None if values is None else _Section(values, _lines(text, values))


def _data(path: Path, name: str, *, is_named: bool) -> bytes | None:
    try:
        data = read_at_most(path, _MAX_BYTES + 1)
    except FileNotFoundError:
        if is_named:
            raise SettingsError(f"{name}: no such file", "check the name") from None
        return None
    except (OSError, ValueError) as error:
        if is_named or name == _OWN:
            reason = getattr(error, "strerror", None) or error
            raise SettingsError(f"{name}: cannot be read ({reason})", "check the file") from None
        return None
    if len(data) > _MAX_BYTES:
        raise SettingsError(f"{name}: over the {_MAX_BYTES >> 20} MB of a settings file", "check the file")
    return data


def _of_toml(text: str, name: str) -> Mapping[str, Any] | None:
    section: Any = tomllib.loads(text)
    for key, called in (("tool", "tool"), ("checker", "tool.checker")):
        if key not in section:
            return None
        section = section[key]
        if not isinstance(section, dict):
            raise SettingsError(f"{name}: {called} is {shown(section)}, not a table", "write [tool.checker] above it")
    return dict(section)


def _of_cfg(text: str, name: str) -> Mapping[str, Any] | None:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string(text, name)
    return dict(parser["checker"]) if parser.has_section("checker") else None


def _lines(text: str, values: Mapping[str, Any]) -> dict[str, int]:
    """The line, from 1, on which each key is set: the first that begins with it, in or below the section."""
    found: dict[str, int] = {}
    inside = False
    for number, line in enumerate(text.split("\n"), start=1):
        stripped = line.strip()
        if stripped.startswith("["):
            inside = stripped.strip("[] ").replace('"', "").startswith(("checker", "tool.checker"))
        key = re.split(r"[=:]", stripped, maxsplit=1)[0].strip().strip("\"'") if inside else ""
        for called in (key, key.lower()):
            if called in values:
                found.setdefault(called, number)
    return found
