"""Every failure that briefreader reports. Each message says what happened and what to do.

BriefreaderError
├── UsageError           the command line or a query makes no sense              exit 2
├── ConfigError          the configuration file is wrong (line and remedy)       exit 2
├── SourceError          an input or source could not be read                    exit 1
└── LibraryError         the library is missing, newer, damaged or unwritable    exit 1
"""

from __future__ import annotations


class BriefreaderError(Exception):
    """The base of all: ``str(error)`` is one line for a person."""

    exit_code = 1


class UsageError(BriefreaderError):
    """What was asked for makes no sense."""

    exit_code = 2


class ConfigError(BriefreaderError):
    """The configuration file cannot be used."""

    exit_code = 2


class SourceError(BriefreaderError):
    """An input or a source could not be read."""


class ExportError(BriefreaderError):
    """An export could not be written."""


class LibraryError(BriefreaderError):
    """The library cannot be opened, read or written."""
