"""Local inputs: what a person may name on the command line, and what comes of it."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from feed_samples import ATOM, JSON_FEED, RSS_2

from briefreader.model import Raw
from briefreader.sources.files import InputError, InputKind, expand, read_all_of, read_inputs

HTML = b"<!doctype html><html><head><title>T</title></head><body><p>Hello</p></body></html>"
MAIL = b"From: a@b.example\r\nSubject: Talks\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nHello\r\n"
MHTML = b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--\r\n"


def one(path: Path) -> Raw:
    (found,) = read_inputs([str(path)])
    assert isinstance(found, Raw), found
    return found


def why(path: str) -> str:
    (found,) = read_inputs([path])
    assert isinstance(found, InputError)
    assert found.source == path
    return found.message


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.txt", b"Words.", "text/plain"),
        ("a.md", b"# Title", "text/markdown"),
        ("a.markdown", b"# Title", "text/markdown"),
        ("a.html", HTML, "text/html"),
        ("a.HTM", HTML, "text/html"),
        ("a.xhtml", HTML, "text/html"),
        ("a.mhtml", MHTML, "multipart/related"),
        ("a.mht", MHTML, "multipart/related"),
        ("a.eml", MAIL, "message/rfc822"),
        ("a.pdf", b"%PDF-1.4\n", "application/pdf"),
        ("without-suffix", HTML, "text/html"),
        ("page.php", HTML, "text/html"),
        ("letter", MAIL, "message/rfc822"),
        ("saved", MHTML, "multipart/related"),
        ("notes.log", b"Words.", "text/plain"),
        ("renamed.txt", b"%PDF-1.4\n", "application/pdf"),
        ("page.xml", HTML, "text/html"),
        ("plain-with-markup.txt", HTML, "text/plain"),
    ],
)
def test_a_file_is_what_its_suffix_and_its_bytes_say(tmp_path: Path, name: str, content: bytes, media_type: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    found = one(path)
    assert (found.source, found.id, found.media_type) == (str(path), str(path), media_type)
    assert found.content == content


@pytest.mark.parametrize(
    ("name", "content"), [("f.xml", RSS_2), ("f.rss", RSS_2), ("f.atom", ATOM), ("f.json", JSON_FEED), ("feed", ATOM)]
)
def test_an_item_of_a_saved_feed_is_named_after_file_and_id(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    found = list(read_inputs([str(path)]))
    assert len(found) > 1
    for item in found:
        assert isinstance(item, Raw)
        assert item.source == f"{path}#{item.id}"
        assert item.fragment


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\x7fELF\0\0\0", "neither text nor"),
        ("a.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "neither text nor"),
        ("a.pdf", b"hello", "called a PDF"),
        ("a.xml", b"<?xml version='1.0'?><note/>", "XML, but not a feed"),
        ("a.json", b'{"a": 1}', "not a JSON Feed"),
        ("a.json", b"{", "damaged"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert words in why(str(path))


def test_a_path_to_nothing_says_so(tmp_path: Path) -> None:
    assert why(str(tmp_path / "none.txt")) == "there is no such file"
    assert "no file that can be read" in why(str(tmp_path / "*.txt"))
    assert "no file that can be read" in why(str(tmp_path))
    assert why("a\0b") == "it is not a path"


def test_inputs_come_in_the_order_given_and_one_failure_costs_no_other(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(name)
    paths = [str(tmp_path / name) for name in ("b.txt", "none.txt", "a.txt", "b.txt")]
    assert [found.source for found in read_inputs(paths)] == paths


def test_a_folder_gives_its_readable_files_sorted_with_its_subfolders(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.exe", ".hidden.txt", "sub/d.html", "sub/.git/e.txt", "sub/deep/f.eml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"Words.")
    found = [Path(item.source).relative_to(tmp_path).as_posix() for item in read_inputs([str(tmp_path)])]
    assert found == ["a.md", "b.txt", "sub/d.html", "sub/deep/f.eml"]


def test_a_glob_gives_what_it_matches_sorted_and_a_file_of_that_very_name_wins(tmp_path: Path) -> None:
    for name in ("b1.txt", "b2.txt", "sub/b3.txt", "[odd].txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Words.")
    assert [Path(str(name)).name for name in expand(str(tmp_path / "b*.txt"))] == ["b1.txt", "b2.txt"]
    assert [Path(str(name)).name for name in expand(str(tmp_path / "**" / "b*.txt"))] == ["b1.txt", "b2.txt", "b3.txt"]
    assert [Path(str(name)).name for name in expand(str(tmp_path / "[odd].txt"))] == ["[odd].txt"]


def test_a_tilde_is_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "a.txt").write_text("Words.")
    assert [item.source for item in read_inputs(["~/a.txt"])] == [str(tmp_path / "a.txt")]


def test_a_task_for_a_child_process_reads_a_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Words.")
    assert [item.source for item in read_all_of(str(path))] == [str(path)]


# -- standard input ----------------------------------------------------------------------------------------------------------
def given(monkeypatch: pytest.MonkeyPatch, content: bytes, input_kind: InputKind | None = None) -> list[Raw | InputError]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    return list(read_inputs(["-"], input_kind))


def test_standard_input_is_what_it_looks_like(monkeypatch: pytest.MonkeyPatch) -> None:
    (page,) = given(monkeypatch, HTML)
    (words,) = given(monkeypatch, b"Words.")
    assert isinstance(page, Raw)
    assert isinstance(words, Raw)
    assert (page.source, page.media_type, words.media_type) == ("-", "text/html", "text/plain")
    assert [item.source for item in given(monkeypatch, JSON_FEED)] == ["-#a1", "-#2"]


def test_empty_closed_or_missing_standard_input_is_an_error_value(monkeypatch: pytest.MonkeyPatch) -> None:
    (empty,) = given(monkeypatch, b"")
    assert empty == InputError("-", "it is empty")
    monkeypatch.setattr(sys, "stdin", None)
    assert list(read_inputs(["-"])) == [InputError("-", "standard input is closed")]


# -- JSON Lines --------------------------------------------------------------------------------------------------------------
def test_json_lines_give_one_article_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '\ufeff{"id": "one", "title": "T\\u001b[31m", "text": "Words.", "url": "https://e.example/", "published": "2024-03-04",'
        ' "site": "Courier", "group": "talks"}\n\n{"html": "<p>Hi</p>"}\n{"id": 7, "html": "<body>Hi</body>", "group": 3}\n',
        encoding="utf-8",
    )
    first, second, third = read_inputs([str(path)])
    assert isinstance(first, Raw)
    assert isinstance(second, Raw)
    assert isinstance(third, Raw)
    assert (first.source, first.title, first.url, first.published) == ("one", "T[31m", "https://e.example/", "2024-03-04")
    assert (first.site, first.group, first.media_type, first.content) == ("Courier", "talks", "text/plain", b"Words.")
    assert (second.source, second.media_type, second.fragment) == (f"{path}:3", "text/html", True)
    assert (third.source, third.group, third.fragment) == ("7", "3", False)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (b"not json", "not JSON"),
        (b"[1]", "not an object"),
        (b'"text"', "not an object"),
        (b"{}", 'neither "text" nor "html"'),
        (b'{"text": 5}', '"text" must be a text'),
        (b'{"text": "x", "title": ["y"]}', '"title" must be a text'),
        (b'{"text": "\xff"}', "not UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"text": ' + b"1" * 10_000 + b"}", "line 2"),
        (b'{"text": "' + b"x" * 2_000 + b'"}', "too large"),
    ],
)
def test_a_bad_line_is_its_own_error_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: bytes, words: str) -> None:
    monkeypatch.setattr("briefreader.sources.files.MAX_BYTES", 1_000 if words == "too large" else 1_000_000)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "before"}\n' + line + b'\n{"text": "after"}')
    before, bad, after = read_inputs([str(path)])
    assert isinstance(bad, InputError)
    assert bad.source == f"{path}:2"
    assert words in bad.message
    assert "line 2" in bad.message
    assert isinstance(before, Raw)
    assert isinstance(after, Raw)
    assert after.content == b"after"


def test_lone_surrogates_in_a_line_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"id": "\\ud800a", "title": "t\\udfff", "text": "x\\ud83dy"}')
    (found,) = read_inputs([str(path)])
    assert isinstance(found, Raw)
    assert (found.source, found.title, found.content) == ("a", "t", b"xy")


def test_a_bad_line_with_an_id_is_named_by_it(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "x9", "text": null}')
    assert [item.source for item in read_inputs([str(path)])] == ["x9"]


def test_json_lines_from_a_pipe_are_read_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    found = given(monkeypatch, b'{"text": "a"}\r\n{"id": "b", "text": "b"}\n', "jsonl")
    assert [item.source for item in found] == ["-:1", "b"]
