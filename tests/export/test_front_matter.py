"""Front matter that a safe YAML loader reads back as it was written."""

from __future__ import annotations

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.export.document import FrontValue
from briefreader.export.frontmatter import MARKER, front_matter
from briefreader.safety import clean_text

TEXT = st.text(st.characters(exclude_categories=()), max_size=40)
VALUES = TEXT | st.integers(-(10**9), 10**9) | st.floats(0, 1) | st.lists(TEXT, max_size=3).map(tuple)


def read_back(block: str) -> dict[str, object]:
    return dict(yaml.safe_load(block.removesuffix("---")))


def as_read(value: FrontValue) -> object:
    if isinstance(value, tuple):
        return [clean_text(item) for item in value]
    return clean_text(value) if isinstance(value, str) else round(value, 4)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(["title", "stage", "parties", "confidence"]), VALUES))
def test_it_reads_back_as_it_was_written(values: dict[str, FrontValue]) -> None:
    expected = {"generator": "briefreader", **{key: as_read(value) for key, value in values.items()}}
    assert read_back(front_matter(values)) == expected


def test_foreign_text_adds_no_key_and_ends_no_block() -> None:
    block = front_matter({"title": 'a"\n---\ngenerator: evil\n\t: !!python/object:os.system', "parties": ("x, y]", "yes", "1")})
    assert read_back(block) == {
        "generator": "briefreader",
        "title": 'a"\n---\ngenerator: evil\n\t: !!python/object:os.system',
        "parties": ["x, y]", "yes", "1"],
    }
    assert block.count("\n---") == 1


def test_our_marker_comes_first() -> None:
    assert front_matter({"title": "x"}).splitlines()[:2] == ["---", MARKER]
