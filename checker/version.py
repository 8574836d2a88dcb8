"""The package's version, by itself so that asking for it imports nothing."""

VERSION = "0.1.0"
