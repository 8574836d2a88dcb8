"""Settings: frozen, checked at the door, from files and from the command line."""

from __future__ import annotations

import configparser
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from checker.checks import Limits, wanted
from checker.errors import SettingsError
from checker.model import Severity

OMISSIONS = ("auto", "always", "never")
NEVER = "never"
AUTO = "auto"
"""A language that the text decides."""
_FILES = ("baseline",)
"""Settings that name files; in a settings file they count from its folder."""

_LIMITS = Limits()
_BOOLEANS = configparser.ConfigParser.BOOLEAN_STATES


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that changes what is found or reported.

    ``source_language`` and ``target_language`` are BCP 47 tags; ``auto`` lets the text decide, except that
    the original of a mixed document is then taken to be English;
    ``fail_on`` is a severity or ``never``; ``omissions`` is ``auto`` (whole translations only),
    ``always`` or ``never``; ``skip_locked`` and ``skip_approved`` leave such segments of CAT files unchecked;
    ``baseline`` is a file of dismissed findings;
    the ``min_*`` are probabilities in [0, 1] from which a rule speaks.
    """

    model: str = "embedded"
    source_language: str = AUTO
    target_language: str = AUTO
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "minor"
    omissions: str = "auto"
    skip_locked: bool = False
    skip_approved: bool = False
    baseline: str = ""
    min_p_addition: float = _LIMITS.min_p_addition
    min_p_span: float = _LIMITS.min_p_span
    min_p_omission: float = _LIMITS.min_p_omission
    min_p_mismatch: float = _LIMITS.min_p_mismatch

    def __post_init__(self) -> None:
        if self.fail_on not in (*Severity, NEVER):
            raise SettingsError(f"fail_on is {self.fail_on!r}", f"use one of {', '.join(Severity)}, {NEVER}")
        if self.omissions not in OMISSIONS:
            raise SettingsError(f"omissions is {self.omissions!r}", f"use one of {', '.join(OMISSIONS)}")
        for name in ("min_p_addition", "min_p_span", "min_p_omission", "min_p_mismatch"):
            if not 0.0 <= getattr(self, name) <= 1.0:
                raise SettingsError(f"{name} is {getattr(self, name)}", "use a probability from 0 to 1")
        wanted(self.select, self.ignore)

    @property
    def limits(self) -> Limits:
        return Limits(
            min_p_addition=self.min_p_addition,
            min_p_span=self.min_p_span,
            min_p_omission=self.min_p_omission,
            min_p_mismatch=self.min_p_mismatch,
            undetermined_from=min(_LIMITS.undetermined_from, self.min_p_addition),
            omissions=self.omissions,
        )

    def for_signature(self) -> dict[str, Any]:
        """The settings that differ from the defaults, for a run's signature.

        The model stands beside, and of files what they say counts, not what they are called.
        """
        default = Settings()
        return {
            field.name: list(value) if isinstance(value := getattr(self, field.name), tuple) else value
            for field in fields(self)
            if field.name not in ("model", *_FILES) and getattr(self, field.name) != getattr(default, field.name)
        }


def settings_from(values: Mapping[str, Any], where: str, base: Settings | None = None) -> Settings:
    """``base`` with ``values`` laid over it; strings are read as the setting's own type.

    Raises ``SettingsError`` for an unknown key (naming the nearest known one) or a bad value.
    """
    known = {field.name: field.type for field in fields(Settings)}
    changes: dict[str, Any] = {}
    for key, value in values.items():
        name = key.replace("-", "_").lower()
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"known settings: {', '.join(known)}"
            raise SettingsError(f"{where}: unknown setting {key!r}", hint)
        changes[name] = _read(value, str(known[name]), f"{where}: {key}")
    try:
        return replace(base or Settings(), **changes)
    except SettingsError as error:
        raise SettingsError(f"{where}: {error.message}", error.hint) from None


def _read(value: Any, kind: str, where: str) -> Any:
    if kind.startswith("tuple"):
        parts = value.replace("\n", ",").split(",") if isinstance(value, str) else list(value)
        return tuple(part.strip().upper() for part in parts if part.strip())
    if kind == "float":
        try:
            return float(value)
        except (TypeError, ValueError):
            raise SettingsError(f"{where} is {value!r}", "use a number") from None
    if kind == "bool":
        said = _BOOLEANS.get(str(value).strip().lower())
        if said is None:
            raise SettingsError(f"{where} is {value!r}", "use true or false")
        return said
    return str(value).strip()


def settings_from_files(folder: Path, named: Path | None = None) -> Settings:
    """Settings of the file ``named``, or of the first of ``checker.cfg``, ``setup.cfg`` and
    ``pyproject.toml`` in ``folder`` that has a section for this tool; defaults when none has."""
    if named is not None:
        values = _section(named, must_exist=True)
        if values is None:
            raise SettingsError(f"{named}: no [checker] section", "add one, or leave --config out")
        located = {
            key: str(named.parent / str(value)) if key in _FILES and value else value for key, value in values.items()
        }
        return settings_from(located, str(named))
    for name in ("checker.cfg", "setup.cfg", "pyproject.toml"):
        values = _section(folder / name, must_exist=False)
        if values is not None:
            return settings_from(values, name)
    return Settings()


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
