"""No pattern of cleaning, in code or in data, can be led on for ever by a line made for it."""

from __future__ import annotations

import subprocess
import sys

SECONDS = 30  # of the processor for all patterns together; they need about two
HOSTILE = r"""
import importlib, pkgutil, re, resource, tomllib
from importlib.resources import files

resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
package = importlib.import_module("briefreader.text.clean")
patterns = []
for module in pkgutil.walk_packages(package.__path__, "briefreader.text.clean."):
    held = vars(importlib.import_module(module.name)).values()
    patterns += [value for value in held if isinstance(value, re.Pattern)]


def in_data(value):
    if isinstance(value, dict):
        yield from (re.compile(one, re.IGNORECASE) for key, one in value.items() if key == "pattern")
        for inner in value.values():
            yield from in_data(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from in_data(inner)


for file in files("briefreader.text.clean").joinpath("data").iterdir():
    if file.name.endswith(".toml"):
        patterns += in_data(tomllib.loads(file.read_text(encoding="utf-8")))
assert len(patterns) > 100, len(patterns)

GENERAL = ["a", " ", "a ", "1", ". ", "-", "<a ", "\n", "|", "A.", "(", "\u0301", "«", "?", "aA", ",1"]
for pattern in patterns:
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    own = re.findall(r"[^\W_]{2,}", re.sub(r"\\.", " ", source))[:12]
    for piece in [*GENERAL, *own, *(f"{word} " for word in own)]:
        for line in ((piece * 900)[:900], piece + " " * 800 + "\x00", (piece * 600)[:600] + "!\n?"):
            text = line if isinstance(pattern.pattern, str) else line.encode("utf-8")
            pattern.search(text)
            pattern.fullmatch(text)
"""


def test_every_pattern_ends_soon_on_lines_made_against_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HOSTILE.replace("SECONDS", str(SECONDS))], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-600:]
