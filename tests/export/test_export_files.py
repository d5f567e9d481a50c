"""Exports on the disk: ours are renewed, anybody else's are left alone."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from export_sample import STORY

from briefreader.errors import ExportError
from briefreader.export.documents import Form, NamedText, day_document, story_documents
from briefreader.export.files import write_exports, write_file

DAY = date(2026, 3, 6)
FORMS: tuple[Form, ...] = ("md", "html", "json")


@pytest.mark.parametrize("form", FORMS)
def test_each_story_gets_a_file_of_its_own(tmp_path: Path, form: Form) -> None:
    folder = tmp_path / "briefs" / "of march"
    (path,) = write_exports(folder, story_documents([STORY], form))
    assert path.parent == folder
    assert path.name.startswith("ferry-talks-open-")
    assert path.suffix == f".{form}"
    assert "Ferry talks open" in path.read_text(encoding="utf-8")
    assert [file.name for file in folder.iterdir()] == [path.name]


@pytest.mark.parametrize("form", FORMS)
def test_a_second_export_is_the_same_byte_for_byte_and_touches_nothing(tmp_path: Path, form: Form) -> None:
    (path,) = write_exports(tmp_path, story_documents([STORY], form))
    before = path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino
    assert write_exports(tmp_path, story_documents([STORY], form)) == [path]
    assert (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino) == before


@pytest.mark.parametrize("form", FORMS)
def test_a_file_of_ours_is_renewed(tmp_path: Path, form: Form) -> None:
    path = tmp_path / "day"
    write_file(path, day_document([STORY], form, DAY))
    write_file(path, day_document([STORY, STORY], form, DAY))
    assert path.read_text(encoding="utf-8") == day_document([STORY, STORY], form, DAY)


def test_a_file_of_ours_whose_front_matter_another_program_wrote_anew_is_still_ours(tmp_path: Path) -> None:
    path = tmp_path / "day.md"
    path.write_bytes(b"---\r\ntitle: x\r\ngenerator: briefreader\r\n---\r\n\r\nOld.\r\n")
    write_file(path, "new\n")
    assert path.read_text(encoding="utf-8") == "new\n"


@pytest.mark.parametrize(
    "theirs",
    [
        "My own notes.\n",
        '---\ntitle: "Notes"\n---\n\ngenerator: "briefreader"\n',
        "# A page about briefreader\n",
        '{"id": "1", "title": "somebody else’s record"}\n',
        "{ not JSON\n",
        "[1, 2]\n",
    ],
)
def test_a_file_that_is_not_ours_is_left_as_it_is(tmp_path: Path, theirs: str) -> None:
    path = tmp_path / "notes.md"
    path.write_text(theirs, encoding="utf-8")
    with pytest.raises(ExportError, match="was not written by briefreader"):
        write_file(path, "ours\n")
    assert path.read_text(encoding="utf-8") == theirs
    assert [file.name for file in tmp_path.iterdir()] == ["notes.md"]


def test_an_empty_file_may_be_filled(tmp_path: Path) -> None:
    path = tmp_path / "empty.md"
    path.touch()
    write_file(path, "ours\n")
    assert path.read_text(encoding="utf-8") == "ours\n"


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "precious.md"
    target.write_text(day_document([STORY], "md", DAY), encoding="utf-8")
    link = tmp_path / "link.md"
    link.symlink_to(target)
    dangling = tmp_path / "dangling.md"
    dangling.symlink_to(tmp_path / "nowhere")
    for path in (link, dangling):
        with pytest.raises(ExportError, match="is a link"):
            write_file(path, "ours\n")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == day_document([STORY], "md", DAY)
    assert not (tmp_path / "nowhere").exists()


def test_one_file_that_cannot_be_written_does_not_keep_back_the_others(tmp_path: Path) -> None:
    (tmp_path / "b.md").mkdir()
    documents = [NamedText(name, "ours\n") for name in ("a.md", "b.md", "c.md")]
    with pytest.raises(ExportError, match=r"2 files were written, 1 were not: .*b\.md is not a file"):
        write_exports(tmp_path, documents)
    assert (tmp_path / "a.md").exists()
    assert (tmp_path / "c.md").exists()


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(ExportError, match="cannot make the folder"):
        write_exports(tmp_path / "file" / "folder", [])
    with pytest.raises(ExportError, match="cannot write"):
        write_file(tmp_path / "file" / "x.md", "ours\n")
    with pytest.raises(ExportError, match="cannot write"):
        write_file(tmp_path / "no-such-folder" / "x.md", "ours\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of files")
def test_a_full_disk_leaves_the_old_file_and_no_half_of_the_new_one(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "day.md"
    write_file(path, day_document([], "md", DAY))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(ExportError, match="cannot write"):
            write_file(path, day_document([STORY], "md", DAY))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_text(encoding="utf-8") == day_document([], "md", DAY)
    assert [file.name for file in tmp_path.iterdir()] == ["day.md"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_an_export_is_the_users_own_file_and_follows_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "day.md", "ours\n")
    finally:
        os.umask(before)
    assert (tmp_path / "day.md").stat().st_mode & 0o777 == 0o640
