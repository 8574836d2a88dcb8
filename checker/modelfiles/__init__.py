"""Model directories on disk, of every kind: what each records about itself, and whether its files are intact."""

from __future__ import annotations

from checker.modelfiles.manifest import (
    KINDS,
    MANIFEST,
    PAIR_READER,
    SENTENCE_ENCODER,
    Manifest,
    damaged_files,
    digest,
    models_directory,
    read_manifest,
    refuse_what_is_no_file,
    shipped,
    write_manifest,
)

__all__ = [
    "KINDS",
    "MANIFEST",
    "PAIR_READER",
    "SENTENCE_ENCODER",
    "Manifest",
    "damaged_files",
    "digest",
    "models_directory",
    "read_manifest",
    "refuse_what_is_no_file",
    "shipped",
    "write_manifest",
]
