"""Adding and removing: every path has one text, every text is held once, whatever the order of changes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import archive_texts as texts
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.archive import Archive
from checker.archive.disk import merging, writer
from checker.archive.disk.bodies import id_of
from checker.encoders import Encoder
from checker.errors import ArchiveError, UsageError
from checker.formats import read_document
from checker.model import Block, Document, FileMap, Span

PATHS = ("a.txt", "b.txt", "dir/c.txt", "d\udcff.txt")
TEXTS = ("", "One sentence. Two sentences.", "\n".join(texts.HARBOUR), "\n".join(texts.BRIDGE), "Три слова тут.")


@contextmanager
def small_steps() -> Iterator[None]:
    """Segments of a few sentences, with graphs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writer, "BATCH", 3)
        for module in (writer, merging):
            patch.setattr(module, "GRAPH_FROM", 6)
        yield


def contents(archive: Archive) -> dict[str, str]:
    """What each path of the archive has."""
    found = {}
    for original in archive.originals():
        for path in archive.paths(original.id):
            assert path not in found
            found[path] = archive.document(original.id).text
    return found


def document(path: str, text: str) -> Document:
    return Document(path, text)


PATH, TEXT = st.sampled_from(PATHS), st.sampled_from(TEXTS)
CHANGE = st.one_of(
    st.lists(st.tuples(PATH, TEXT), max_size=5).map(lambda pairs: ("add", pairs)),
    st.lists(st.one_of(PATH, TEXT.map(lambda text: id_of(Document("", text)))), max_size=3).map(
        lambda names: ("remove", names)
    ),
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(CHANGE, max_size=6))
def test_any_sequence_of_changes_gives_what_a_dictionary_gives(
    tmp_path: Path, encoder: Encoder, changes: list[tuple[str, list[object]]]
) -> None:
    shutil.rmtree(tmp_path / "index", ignore_errors=True)
    expected: dict[str, str] = {}
    with small_steps(), Archive.create(tmp_path / "index", encoder) as archive:
        for what, things in changes:
            if what == "add":
                archive.add(document(path, text) for path, text in things)  # type: ignore[misc]
                expected |= dict(things)  # type: ignore[call-overload]
                expected = {path: text for path, text in expected.items() if text}
            else:
                archive.remove(things)  # type: ignore[arg-type]
                for name in things:
                    expected = {
                        path: text
                        for path, text in expected.items()
                        if path != name and id_of(Document("", text)) != name
                    }
            assert contents(archive) == expected
        with Archive.open(tmp_path / "index") as again:
            assert contents(again) == expected
            assert again.info().originals == len(set(expected.values()))
        texts_left = set(expected.values())
        assert len({original.id for original in archive.originals()}) == len(texts_left)
        kept = {entry.name for entry in archive.snapshot.manifest.segments}
        assert {path.name for path in (tmp_path / "index").iterdir() if path.is_dir()} == kept


def test_what_happened_to_each_document_is_told(tmp_path: Path, encoder: Encoder) -> None:
    archive = Archive.create(tmp_path / "index", encoder)
    first = archive.add([document("a", TEXTS[1]), document("b", TEXTS[2]), document("none", "...")])
    assert ([one.path for one in first.added], first.empty) == (["a", "b"], ("none",))
    second = archive.add([document("a", TEXTS[3]), document("b", TEXTS[2]), document("c", TEXTS[2])])
    assert [one.path for one in second.replaced] == ["a"]
    assert (second.added, second.known) == ((), ("b", "c"))
    b = archive.find("b")
    assert b is not None and archive.find("c") == b == archive.find(b.id)
    assert archive.paths(b.id) == ("b", "c")
    removed = archive.remove(["b", "nothing", b.id])
    assert (removed.paths, removed.unknown) == (("b",), ("nothing",))
    assert [one.id for one in removed.originals] == [b.id]
    assert contents(archive) == {"a": TEXTS[3]}


def test_a_text_outlives_the_path_it_was_first_read_from(tmp_path: Path, encoder: Encoder) -> None:
    archive = Archive.create(tmp_path / "index", encoder)
    archive.add([document("b", TEXTS[2]), document("a", TEXTS[2])])
    archive.add([document("b", TEXTS[3])])
    assert contents(archive) == {"a": TEXTS[2], "b": TEXTS[3]}
    assert archive.search(texts.HARBOUR_RO).originals[0].original.path == "a"


def test_a_document_comes_back_as_it_was_read(tmp_path: Path, encoder: Encoder) -> None:
    plain = Document(
        "a.html",
        "One\ud800 sentence. Two & three.",
        "One\ud800 sentence. Two   three.",
        (Block(Span(0, 14), "heading", "title"), Block(Span(14, 29), "cell", location="Sheet1!B4")),
        "utf-16",
        ("a note",),
        FileMap((0, 5), (2, 9), (0, 4)),
    )
    markdown = tmp_path / "b.md"
    markdown.write_text("# A *title*\n\nThe **bridge** is closed. Nobody knows why.\n", encoding="utf-8")
    archive = Archive.create(tmp_path / "index", encoder)
    archive.add([plain, read_document(str(markdown))])
    for given_ in (plain, read_document(str(markdown))):
        found = archive.find(given_.path)
        assert found is not None
        back = archive.document(found.id)
        for name in ("path", "text", "view", "blocks", "encoding", "notes"):
            assert getattr(back, name) == getattr(given_, name)
        assert back.line_and_column(8) == given_.line_and_column(8)
        spans = archive.sentence_spans(found.id)
        assert len(spans) == found.sentences == 2 + (given_.path == str(markdown))


def test_an_archive_with_thousands_of_changes_stays_small(tmp_path: Path, encoder: Encoder) -> None:
    archive = Archive.create(tmp_path / "index", encoder)
    for number in range(12):
        archive.add([document(f"{k}.txt", f"Text {k}, change {number}. It is short.") for k in range(3)])
    assert len(contents(archive)) == 3
    assert archive.info().segments <= 2
    assert archive.info().removed_sentences <= 0.3 * archive.info().sentences + 1


def test_the_vectors_of_a_text_that_stays_are_not_made_again(tmp_path: Path, encoder: Encoder) -> None:
    asked: list[str] = []

    class Counting:
        name, revision, dimension = encoder.name, encoder.revision, encoder.dimension

        def encode(self, given_: list[str]) -> object:
            asked.extend(given_)
            return encoder.encode(given_)

    with small_steps():
        archive = Archive.create(tmp_path / "index", Counting())  # type: ignore[arg-type]
        documents = [document(f"{k}.txt", f"Text {k} is the first. It is short.") for k in range(9)]
        archive.add(documents)
        archive.add([*documents, replace(documents[0], path="again.txt"), document("new", "Something else.")])
    assert sorted(asked) == sorted(
        [*(sentence for k in range(9) for sentence in (f"Text {k} is the first.", "It is short.")), "Something else."]
    )


def test_what_cannot_be_done_is_an_error_that_says_so(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no original 0000"):
        archive.document("0000")
    with Archive.open(tmp_path / "index") as reader, pytest.raises(UsageError, match="without a model"):
        reader.search(texts.HARBOUR_RO)
    assert issubclass(UsageError, Exception) and not issubclass(UsageError, ArchiveError)
