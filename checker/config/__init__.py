"""Settings: frozen, checked at the door, from profiles, files and the command line."""

from checker.config.files import layer_of_files, settings_from_files
from checker.config.profiles import PROFILES
from checker.config.settings import (
    ALWAYS,
    AUTO,
    FILES,
    GRAVITY,
    NEVER,
    OMISSIONS,
    PROFILE,
    SECOND,
    Layer,
    Settings,
    laid,
    settings_from,
)

__all__ = [
    "ALWAYS",
    "AUTO",
    "FILES",
    "GRAVITY",
    "NEVER",
    "OMISSIONS",
    "PROFILE",
    "PROFILES",
    "SECOND",
    "Layer",
    "Settings",
    "laid",
    "layer_of_files",
    "settings_from",
    "settings_from_files",
]
