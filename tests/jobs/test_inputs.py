"""Inputs of the command line, in order: paths, addresses, standard input; one that fails stands in its place."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefreader.config import Settings
from briefreader.errors import ConfigError
from briefreader.jobs.inputs import brief_inputs, clean_inputs, load_inputs
from briefreader.jobs.progress import BriefsDone, Progress, SourceDone
from briefreader.store.sqlite import SqliteLibrary, open_library
from library_sample import NOW
from web_server import WebServer, answer

TEXT = """Ferry crews and owner break off talks

The crews of the Ilse ferries and their owner broke off talks on Monday without agreement, both sides said in the evening.

The owner refused to pay for night shifts. The crews said that they would not sail before both sides meet again on Friday.
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path, config_file=tmp_path / "config.toml")


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture
def library() -> Iterator[SqliteLibrary]:
    with open_library(None) as opened:
        yield opened


def test_each_input_gives_its_brief_in_order(note: Path, server: WebServer, settings: Settings, tmp_path: Path) -> None:
    server.pages["/page"] = answer(
        f"<html><head><title>Ferry</title></head><body><article><p>{TEXT}</p></article></body></html>".encode(),
        Content_Type="text/html",
    )
    server.pages["/text"] = answer(TEXT.encode(), Content_Type="text/plain")
    server.pages["/picture"] = answer(b"\x89PNG\0\0", Content_Type="image/png")
    inputs = [
        str(note),
        server.url("/page"),
        str(tmp_path / "missing.txt"),
        server.url("/missing"),
        server.url("/text"),
        server.url("/picture"),
        str(note),
    ]
    briefs = list(brief_inputs(inputs, points=2, input_kind=None, settings=settings))
    assert [brief.article.source for brief in briefs] == inputs
    errors = [brief.article.error for brief in briefs]
    assert [error is None for error in errors] == [True, True, False, False, True, False, True]
    assert "404" in str(errors[3])
    assert "on Monday without agreement" in briefs[0].article.text
    assert 1 <= len(briefs[0].key_points) <= 2
    assert briefs[6] == briefs[0]


def test_a_feed_gives_its_items(server: WebServer, settings: Settings, tmp_path: Path) -> None:
    feed = b"""<rss version="2.0"><channel><title>P</title><item><guid isPermaLink="false">a</guid><title>One</title>
    <description>Text of one.</description></item>
    <item><guid isPermaLink="false">b</guid><title>Two</title></item></channel></rss>"""
    server.pages["/feed"] = answer(feed)
    (tmp_path / "saved.xml").write_bytes(feed)
    inputs = [server.url("/feed"), str(tmp_path / "saved.xml")]
    sources = [article.source for article in clean_inputs(inputs, input_kind=None, settings=settings)]
    assert sources == [f"{each}#{name}" for each in inputs for name in "ab"]


def test_json_lines_come_from_files_and_standard_input(
    note: Path, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [json.dumps({"id": "one", "text": TEXT}), "nonsense", json.dumps({"id": "three", "html": "<p>Three.</p>"})]
    (tmp_path / "articles.jsonl").write_text("\n".join(lines))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines[0].encode())))
    inputs = [str(tmp_path / "articles.jsonl"), "-"]
    articles = list(clean_inputs(inputs, input_kind="jsonl", settings=settings))
    assert [article.source for article in articles][::2] == ["one", "three"]
    assert [article.error is None for article in articles] == [True, False, True, True]
    assert "ferries" in articles[3].text


def test_a_folder_or_glob_gives_its_files(note: Path, settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"no PDF")
    inputs = [str(tmp_path), str(tmp_path / "*.txt"), str(tmp_path / "*.nothing")]
    articles = list(clean_inputs(inputs, input_kind=None, settings=settings))
    assert [(Path(article.source).name, article.error is None) for article in articles] == [
        ("bad.pdf", False),
        ("ferry.txt", True),
        ("ferry.txt", True),
        ("*.nothing", False),
    ]


def test_a_fault_of_ours_in_one_article_does_not_cost_the_others(
    note: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefreader.jobs.inputs.clean_raw", _faulty)
    (article,) = clean_inputs([str(note)], input_kind=None, settings=settings)
    assert article.source == str(note)
    assert "ZeroDivisionError" in str(article.error)


def _faulty(raw: object) -> None:
    raise ZeroDivisionError


def test_the_readers_codebook_is_read_and_checked(note: Path, tmp_path: Path) -> None:
    def brief_with(codebook: str) -> int:
        settings = Settings(tmp_path, tmp_path / "config.toml", codebook=tmp_path / codebook)
        return len(list(brief_inputs([str(note)], points=4, input_kind=None, settings=settings)))

    (tmp_path / "good.tsv").write_text("# nothing of my own yet\n")
    (tmp_path / "bad.tsv").write_text("nonsense\tmore nonsense\n")
    assert brief_with("good.tsv") == 1
    with pytest.raises(ConfigError):
        brief_with("bad.tsv")
    with pytest.raises(ConfigError, match="cannot read the codebook"):
        brief_with("missing.tsv")


def test_inputs_are_loaded_into_a_library(library: SqliteLibrary, note: Path, settings: Settings, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(TEXT.replace("ferries", "ships"))
    told: list[Progress] = []
    inputs = [str(note), str(tmp_path / "missing.txt"), str(other)]
    load_inputs(library, inputs, now=NOW, settings=settings, progress=told.append)
    assert [each.error is None for each in told if isinstance(each, SourceDone)] == [True, False, True]
    assert BriefsDone(2, 2) in told
    counts = library.counts()
    assert (counts.articles, counts.pending) == (2, 0)
    assert library.untold(9) == []


def test_loading_can_be_broken_off(library: SqliteLibrary, note: Path, settings: Settings) -> None:
    load_inputs(library, [str(note)] * 3, now=NOW, settings=settings, progress=lambda _: None, cancelled=lambda: True)
    assert library.counts().articles == 0
