"""The formats of the texts of programs, which are a part of the table of formats."""

from __future__ import annotations

from collections.abc import Mapping

from checker.formats import sniffing
from checker.formats.kind import FileFormat

PROGRAMS: Mapping[str, FileFormat] = {
    "qt": FileFormat(
        title="Qt Linguist",
        extensions=(".ts",),
        pairs="strings.qt.read",
        seen=sniffing.root("TS"),
        declared=sniffing.XML_ENCODING,
        as_text=True,
        by_content=True,
        annotated=True,
        about="what is unfinished or vanished is left out",
        page="formats-strings.md#qt-linguist",
    ),
    "xcstrings": FileFormat(
        title="string catalog",
        extensions=(".xcstrings",),
        pairs="strings.catalog.read",
        about="of Xcode; all languages, or that of `--target-language`",
        page="formats-strings.md#apple",
    ),
    "android": FileFormat(
        title="Android resources",
        extensions=(".xml",),
        strings="strings.android.read",
        seen=sniffing.root("resources"),
        declared=sniffing.XML_ENCODING,
        as_text=True,
        by_content=True,
        about="strings, arrays, plurals",
        page="formats-strings.md#android",
    ),
    "resx": FileFormat(
        title="RESX",
        extensions=(".resx", ".resw"),
        strings="strings.resx.read",
        declared=sniffing.XML_ENCODING,
        as_text=True,
        about="the texts of .NET",
        page="formats-strings.md#net",
    ),
    "strings": FileFormat(
        title="Apple strings",
        extensions=(".strings",),
        strings="strings.apple.read",
        as_text=True,
        about="`Localizable.strings`",
        page="formats-strings.md#apple",
    ),
    "stringsdict": FileFormat(
        title="stringsdict",
        extensions=(".stringsdict",),
        strings="strings.apple.read_dict",
        declared=sniffing.XML_ENCODING,
        as_text=True,
        about="Apple's plurals",
        page="formats-strings.md#apple",
    ),
    "json": FileFormat(
        title="JSON",
        extensions=(".json",),
        pairs="tables.json_list.read",
        strings="strings.json_tree.read",
        as_text=True,
        about="an array of objects with source and target",
        page="formats-strings.md#json-and-yaml",
    ),
    "arb": FileFormat(
        title="ARB",
        extensions=(".arb",),
        strings="strings.json_tree.read_arb",
        as_text=True,
        about="Flutter",
        page="formats-strings.md#json-and-yaml",
    ),
    "yaml": FileFormat(
        title="YAML",
        extensions=(".yml", ".yaml"),
        strings="strings.yaml_tree.read",
        as_text=True,
        about="Rails, Symfony; with the extra `yaml`",
        page="formats-strings.md#json-and-yaml",
    ),
    "properties": FileFormat(
        title="Java properties",
        extensions=(".properties",),
        strings="strings.properties.read",
        as_text=True,
        page="formats-strings.md#java",
    ),
    "fluent": FileFormat(
        title="Fluent",
        extensions=(".ftl",),
        strings="strings.fluent.read",
        as_text=True,
        about="the variant that stands for all others",
        page="formats-strings.md#fluent",
    ),
}
