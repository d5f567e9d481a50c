"""Opening an address in the reader's web browser: one argv, no shell, never an option."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import threading

from briefreader.links import web_address

_OPENERS = {"darwin": ("open",), "win32": ("explorer",)}
_ON_LINUX = ("xdg-open", "gio", "x-www-browser", "firefox", "chromium", "google-chrome")


def open_in_browser(address: str) -> bool:
    """Open an http or https address; ``False`` if it is none or no browser was found."""
    safe = web_address(address)
    command = browser_command()
    if safe is None or command is None:
        return False
    try:
        browser = subprocess.Popen(  # noqa: S603 (one argv; the address begins with http:// or https://)
            [*command, safe],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    threading.Thread(target=browser.wait, name="browser", daemon=True).start()  # so that it leaves no zombie
    return True


def browser_command() -> list[str] | None:
    """The program that opens an address: the first of ``BROWSER``, else the platform's; ``None`` if there is none."""
    chosen = os.environ.get("BROWSER", "").split(os.pathsep)[0].replace("%s", "")
    try:
        own = shlex.split(chosen)
    except ValueError:
        own = []
    if own and shutil.which(own[0]):
        return own
    for name in _OPENERS.get(sys.platform, _ON_LINUX):
        if shutil.which(name):
            return [name, "open"] if name == "gio" else [name]
    return None
