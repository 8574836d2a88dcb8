"""What a form gives: texts or files, and settings; made into an order, or refused in one sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace

from starlette.datastructures import FormData, UploadFile

from checker.config import Settings
from checker.config.settings import Layer, laid, layer
from checker.errors import SettingsError, UsageError
from checker.formats.columns import Columns
from checker.web.pages.words import PASTED
from checker.web.work.orders import AUTOMATIC, KINDS, GivenFile

ONE, TWO = "one", "two"
"""What is given: one text or file, or an original and its translation."""

FIELDS = {ONE: ("text",), TWO: ("source", "target")}
"""The fields of their texts; that of a file has ``_file`` behind."""

CHOICES = ("profile", "model", "second", "source_language", "target_language")
"""Fields of the form that are settings of their name; empty ones leave the setting as it is."""

TABLE = ("source_column", "target_column", "sheet")
"""Fields of the form that say where in a table the segments are."""

_LONGEST_NAME = 120
"""Characters of a file's name that are kept (chosen)."""


@dataclass(frozen=True, slots=True)
class Given:
    """Files to check, and how."""

    files: tuple[GivenFile, ...]
    kind: str
    settings: Settings
    columns: Columns

    @property
    def title(self) -> str:
        """What the check is called in lists."""
        return " and ".join(file.name for file in self.files)


async def given(form: FormData, under: Layer, models: tuple[str, ...], before: tuple[GivenFile, ...] = ()) -> Given:
    """What the form gives; its settings lie over those ``under`` them.

    ``before`` are the files of an earlier check, which stand where no other is given.  Raises ``UsageError``.
    """
    mode = TWO if form.get("mode") == TWO else ONE
    fields = FIELDS[mode]
    files = [await _file(form, name) for name in fields]
    if form.get("again") and len(before) == len(fields):
        files = [file or old for file, old in zip(files, before, strict=True)]
    if not any(files):
        what = "the original and its translation" if mode == TWO else "a text"
        raise UsageError(f"there is nothing to check yet: paste {what}, or choose a file")
    if mode == TWO and not all(files):
        missing = "original" if files[0] is None else "translation"
        raise UsageError(f"the {missing} is missing: paste it, or choose its file")
    return Given(
        tuple(file for file in files if file is not None), _kind(form), _settings(form, under, models), _columns(form)
    )


def values_of(form: FormData) -> dict[str, str]:
    """The texts and choices of a form."""
    return {
        name: value.replace("\r\n", "\n")
        for name, value in form.multi_items()
        if isinstance(value, str) and value and name != "token"
    }


async def _file(form: FormData, name: str) -> GivenFile | None:
    upload = form.get(f"{name}_file")
    if isinstance(upload, UploadFile) and upload.filename:
        return GivenFile(file_name(upload.filename), await upload.read())
    text = form.get(name)
    if not isinstance(text, str) or not text.strip():
        return None
    return GivenFile(PASTED[name], text.replace("\r\n", "\n").encode("utf-8", "replace"))


def file_name(name: str) -> str:
    """The last part of a file's name, short, and nothing in it but what can be read; the extension stays."""
    name = name.replace("\\", "/").rpartition("/")[2]
    name = "".join(sign for sign in name if unicodedata.category(sign)[0] != "C").strip()
    stem, dot, extension = name.rpartition(".")
    if dot and stem and len(extension) < _LONGEST_NAME // 4:
        return f"{stem[: _LONGEST_NAME - len(extension) - 1]}.{extension}"
    return name[:_LONGEST_NAME] or "file"


def _kind(form: FormData) -> str:
    kind = form.get("kind")
    return kind if isinstance(kind, str) and kind in KINDS else AUTOMATIC


def _columns(form: FormData) -> Columns:
    source, target, sheet = (str(form.get(name) or "").strip() or None for name in TABLE)
    return Columns(source, target, sheet=sheet)


def _settings(form: FormData, under: Layer, models: tuple[str, ...]) -> Settings:
    chosen = {name: value for name in CHOICES if isinstance(value := form.get(name), str) and value}
    if chosen.get("model", models[0]) not in models:
        raise SettingsError("this model was not offered", "start the page with --model NAME to have it here")
    return settings_of(chosen, under)


def settings_of(chosen: Mapping[str, str], under: Layer) -> Settings:
    """Settings with what was chosen over those of the command; a baseline is applied by the page itself."""
    return replace(laid(under, layer(chosen, "the page")), baseline="")
