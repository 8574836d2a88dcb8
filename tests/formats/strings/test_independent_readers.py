"""As many texts as an independent reader finds, with the same words, in files that it did not write."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from checker.formats.strings import android, apple, json_tree, properties, resx, yaml_tree
from checker.formats.strings.texts import Strings

pytest.importorskip("translate")

WORDS = "gate harbour ferry ticket captain rope lamp pier Möwe Łódź 港 ворота".split()
FILES = 10


def sentences(seed: int, count: int) -> list[str]:
    rng = random.Random(seed)
    return [
        " ".join(rng.choices(WORDS, k=rng.randint(1, 9))) + rng.choice([".", "!", " %d", " {name}"])
        for _ in range(count)
    ]


def made(kind: str, texts: list[str]) -> str:
    keyed = [(f"key_{number}", text) for number, text in enumerate(texts)]
    if kind == "android":
        body = "\n".join(f'  <string name="{key}">{text}</string><!-- seen -->' for key, text in keyed)
        return f'<?xml version="1.0" encoding="utf-8"?>\n<resources>\n{body}\n</resources>\n'
    if kind == "resx":
        body = "\n".join(
            f'  <data name="{key}">\n    <value>{text}</value>\n    <comment>c</comment>\n  </data>'
            for key, text in keyed
        )
        return f'<?xml version="1.0" encoding="utf-8"?>\n<root>\n{body}\n</root>\n'
    if kind == "properties":
        return "# head\n" + "\n".join(f"{key} = {text}" for key, text in keyed) + "\n"
    if kind == "strings":
        return "".join(f'/* note "{key}" */\n"{key}" = "{text}";\n\n' for key, text in keyed)
    if kind == "json":
        inner = ",\n".join(f'    "{key}": "{text}"' for key, text in keyed)
        return '{\n  "page": {\n' + inner + '\n  },\n  "n": 3\n}\n'
    return "de:\n  page:\n" + "\n".join(f'    {key}: "{text}"' for key, text in keyed) + "\n"


def independent(kind: str, data: bytes) -> list[str]:
    from translate.storage import aresource, jsonl10n
    from translate.storage import properties as java
    from translate.storage import resx as dotnet

    if kind == "yaml":
        import yaml

        return list(yaml.safe_load(data)["de"]["page"].values())
    stores: dict[str, Callable[[], Any]] = {
        "android": aresource.AndroidResourceFile,
        "resx": dotnet.RESXFile,
        "properties": java.javautf8file,
        "strings": java.stringsutf8file,
        "json": jsonl10n.JsonNestedFile,
    }
    store = stores[kind]()
    store.parse(data)
    return [str(unit.target or unit.source) for unit in store.units if unit.istranslatable() or unit.target]


READERS: dict[str, Callable[[str], Strings]] = {
    "android": android.read,
    "resx": resx.read,
    "properties": properties.read,
    "strings": apple.read,
    "json": json_tree.read,
    "yaml": yaml_tree.read,
}


@pytest.mark.parametrize("kind", READERS)
def test_the_same_texts_in_the_same_order(kind: str) -> None:
    for seed in range(FILES):
        text = made(kind, sentences(seed, 5 + seed * 7))
        ours = [found.text for found in READERS[kind](text).texts]
        theirs = [said for said in independent(kind, text.encode()) if said != "3"]
        assert ours == theirs
