"""The configuration, read again when its file changes while the screen is open."""

from __future__ import annotations

from pathlib import Path

from briefreader.config import Settings, load_settings


class LiveSettings:
    """Looks at the file's time and size, which costs next to nothing; whether it can be read shows when it has changed."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._stamp = _stamp(settings.config_file)

    def changed(self) -> Settings | None:
        """The settings of a changed file, once; ``None`` while it is the same, or gone. Raises ConfigError."""
        stamp = _stamp(self._settings.config_file)
        if stamp in (None, self._stamp):
            return None
        self._stamp = stamp
        self._settings = load_settings(config_file=self._settings.config_file, data_dir=self._settings.data_dir, environment={})
        return self._settings


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
