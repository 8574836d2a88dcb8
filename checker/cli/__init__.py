"""The command line: parse, call, print, exit.  Nothing else in the package prints or knows of click."""

from checker.cli.main import main

__all__ = ["main"]
