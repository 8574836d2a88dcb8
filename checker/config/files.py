"""Settings files: ``checker.cfg``, ``setup.cfg``, ``pyproject.toml``, or any of their kind that is named."""

from __future__ import annotations

import configparser
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from checker.config.settings import FILES, Layer, Settings, laid, layer
from checker.errors import SettingsError


def settings_from_files(folder: Path, named: Path | None = None) -> Settings:
    """The settings of a folder, as ``layer_of_files`` finds them; defaults when there are none."""
    return laid(layer_of_files(folder, named))


def layer_of_files(folder: Path, named: Path | None = None) -> Layer:
    """Settings of the file ``named``, or of the first of ``checker.cfg``, ``setup.cfg`` and
    ``pyproject.toml`` in ``folder`` that has a section for this tool; an empty layer when none has.

    Files that a named file's settings name count from its folder.
    """
    if named is not None:
        values = _section(named, must_exist=True)
        if values is None:
            raise SettingsError(f"{named}: no [checker] section", "add one, or leave --config out")
        located = {
            key: str(named.parent / str(value)) if key in FILES and value else value for key, value in values.items()
        }
        return layer(located, str(named))
    for name in ("checker.cfg", "setup.cfg", "pyproject.toml"):
        values = _section(folder / name, must_exist=False)
        if values is not None:
            return layer(values, name)
    return Layer()


def _section(path: Path, *, must_exist: bool) -> Mapping[str, Any] | None:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        if must_exist:
            raise SettingsError(f"{path}: no such file", "check the name") from None
        return None
    except (OSError, UnicodeDecodeError) as error:
        if must_exist:
            raise SettingsError(f"{path}: cannot be read ({error})", "check the file") from None
        return None
    try:
        if path.suffix == ".toml":
            section = tomllib.loads(text).get("tool", {}).get("checker")
            return section if isinstance(section, dict) else None
        parser = configparser.ConfigParser(interpolation=None)
        parser.read_string(text)
        return dict(parser["checker"]) if parser.has_section("checker") else None
    except (configparser.Error, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: not a settings file ({error})", "mend the named line") from None
