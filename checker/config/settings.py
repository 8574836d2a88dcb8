"""Settings: frozen, checked at the door, laid over one another: a profile's, a file's, the command line's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from encodings.aliases import aliases
from typing import Any

from checker.checks import Limits, wanted
from checker.config.profiles import PROFILES
from checker.config.reading import shown, value_of
from checker.errors import SettingsError, UsageError
from checker.formats.decoding import codec_of
from checker.model import Severity
from checker.text.languages.codes import named_language, nearest_language

OMISSIONS = ("auto", "always", "never")
PLACE, GRAVITY = ORDERS = ("place", "gravity")
NEVER = "never"
ALWAYS = "always"
AUTO = "auto"
"""A language that the text decides."""
SECOND = (AUTO, ALWAYS, NEVER)
"""When the second judge reads again: ordinary files whole and of long ones what is doubtful; everything; nothing."""
FILES = ("baseline", "glossary")
"""Settings that name files."""

PROFILE = "profile"
"""The key that names a profile; it is no setting itself."""

_LIMITS = Limits()
_LONGEST_KEY = 40
"""Characters of an unknown key that a message quotes."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that changes what is found or reported.

    ``source_language`` and ``target_language`` are BCP 47 tags, or names of languages, of which the tags are kept;
    ``encoding`` is that of all files of text, empty where each is read as it seems to be;
    ``auto`` lets the text decide, except that
    the original of a mixed document is then taken to be English;
    ``fail_on`` is a severity or ``never``; ``omissions`` is ``auto`` (whole translations only),
    ``always`` or ``never``; ``skip_locked`` and ``skip_approved`` leave such segments of CAT files unchecked;
    ``second`` says when the second judge reads again (``SECOND``);
    ``order`` of findings is ``place`` or ``gravity`` (the gravest first); ``baseline`` is a file of dismissed
    findings, ``glossary`` one of terms;
    the ``min_*`` are probabilities in [0, 1] from which a rule speaks.
    """

    model: str = "embedded"
    source_language: str = AUTO
    target_language: str = AUTO
    encoding: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "minor"
    omissions: str = "auto"
    skip_locked: bool = False
    skip_approved: bool = False
    second: str = NEVER
    order: str = PLACE
    baseline: str = ""
    glossary: str = ""
    min_p_addition: float = _LIMITS.min_p_addition
    min_p_span: float = _LIMITS.min_p_span
    min_p_omission: float = _LIMITS.min_p_omission
    min_p_mismatch: float = _LIMITS.min_p_mismatch

    def __post_init__(self) -> None:
        if self.fail_on not in (*Severity, NEVER):
            raise SettingsError(f"fail_on is {shown(self.fail_on)}", f"use one of {', '.join(Severity)}, {NEVER}")
        for name, values in (("omissions", OMISSIONS), ("order", ORDERS), ("second", SECOND)):
            if getattr(self, name) not in values:
                raise SettingsError(f"{name} is {shown(getattr(self, name))}", f"use one of {', '.join(values)}")
        for name in ("min_p_addition", "min_p_span", "min_p_omission", "min_p_mismatch"):
            if not 0.0 <= getattr(self, name) <= 1.0:
                raise SettingsError(f"{name} is {getattr(self, name)}", "use a probability from 0 to 1")
        for name in ("source_language", "target_language"):
            object.__setattr__(self, name, _language(name, getattr(self, name)))
        if self.encoding and codec_of(self.encoding) is None:
            raise SettingsError(f"encoding is {shown(self.encoding)}, which is none", _nearest_encoding(self.encoding))
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
            if field.name not in ("model", *FILES) and getattr(self, field.name) != getattr(default, field.name)
        }


def _nearest_encoding(name: str) -> str:
    near = get_close_matches(name.lower().replace("-", "_"), sorted({*aliases, *aliases.values()}), 1)
    return f"did you mean {near[0]}?" if near else "use one as Python has it: cp1250, iso8859-2, utf-16"


def _language(name: str, value: str) -> str:
    """The tag of the language that a setting names by its code or its name."""
    if value.strip().lower() in ("", AUTO):
        return AUTO
    tag = named_language(value)
    if tag is None:
        raise SettingsError(f"{name} is {shown(value)}, which is no language", nearest_language(value))
    return tag


@dataclass(frozen=True, slots=True)
class Layer:
    """Settings from one place, read as their own types.

    ``where`` is that place, and ``lines`` are those of the keys where it is a file, for messages.
    """

    where: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    def place_of(self, message: str) -> str:
        """Where the setting stands with whose name a message begins."""
        line = self.lines.get(message.partition(" ")[0])
        return self.where if line is None else f"{self.where}: line {line}"


def layer(values: Mapping[str, Any], where: str, lines: Mapping[str, int] | None = None) -> Layer:
    """``values`` as a layer; ``lines`` are those of the keys in a file, for messages.

    Raises ``SettingsError`` for a value of another type, and for an unknown key, naming the nearest known one.
    """
    known = {field.name: str(field.type) for field in fields(Settings)} | {PROFILE: "str"}
    read: dict[str, Any] = {}
    for key, value in values.items():
        line = (lines or {}).get(key)
        place = where if line is None else f"{where}: line {line}"
        name = key.replace("-", "_").lower()
        if name not in known:
            near = get_close_matches(name[:_LONGEST_KEY], known, 1)
            hint = f"did you mean {near[0]}?" if near else f"known settings: {', '.join(known)}"
            raise SettingsError(f"{place}: unknown setting {key[:_LONGEST_KEY]!r}", hint)
        read[name] = value_of(value, known[name], f"{place}: {key}")
    return Layer(where, read, {name.replace("-", "_").lower(): line for name, line in (lines or {}).items()})


def laid(*layers: Layer) -> Settings:
    """Layers one over the other, the last on top; under all of them the profile that the topmost of them names."""
    named = [(each.values[PROFILE], each.where) for each in layers if each.values.get(PROFILE)]
    settings = Settings()
    for each in (*(profile(*last) for last in named[-1:]), *layers):
        try:
            settings = replace(settings, **{name: value for name, value in each.values.items() if name != PROFILE})
        except UsageError as error:
            raise SettingsError(f"{each.place_of(error.message)}: {error.message}", error.hint) from None
    return settings


def profile(name: str, where: str) -> Layer:
    """The layer of a profile.  Raises ``SettingsError``."""
    if name not in PROFILES:
        near = get_close_matches(name, PROFILES, 1)
        raise SettingsError(
            f"{where}: unknown profile {shown(name)}",
            f"did you mean {near[0]}?" if near else f"use one of {', '.join(PROFILES)}",
        )
    return layer(PROFILES[name], f"profile {name}")


def settings_from(values: Mapping[str, Any], where: str, *under: Layer) -> Settings:
    """``values`` laid over what is ``under`` them; strings are read as the setting's own type.

    Raises ``SettingsError`` for an unknown key or a bad value.
    """
    return laid(*under, layer(values, where))
