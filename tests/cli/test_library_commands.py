"""The library from the command line: subscribe, refresh, list, search, export, keep, move house."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from briefreader.jobs.grouping import tell_changed
from briefreader.store.sqlite import open_library
from program_run import Run
from web_server import WebServer, answer

FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Harbour Post</title><link>{site}</link>
<item><guid>one</guid><title>Dockers reject port offer in Varno</title><link>{site}one</link>
<pubDate>Tue, 10 Nov 2026 08:00:00 +0100</pubDate>
<description>&lt;p&gt;The Dockers' Union in Varno on Tuesday rejected an offer of two extra rest days a month from the port
operator, Varno Terminals, and said that its strike would go on. Talks are to resume on Friday.&lt;/p&gt;</description></item>
<item><guid>two</guid><title>Museum of Tides reopens after flood</title><link>{site}two</link>
<pubDate>Mon, 09 Nov 2026 09:30:00 +0100</pubDate>
<description>&lt;p&gt;The Museum of Tides reopened on Monday, eleven months after the flood, with a room of salvaged charts that
visitors may touch.&lt;/p&gt;</description></item>
</channel></rss>"""


@pytest.fixture
def feed(server: WebServer) -> str:
    """The address of a feed of two items."""
    server.pages["/feed"] = answer(FEED.format(site=server.url("/")).encode(), Content_Type="application/rss+xml", ETag='"1"')
    server.pages["/"] = answer(
        b'<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>Harbour Post</body></html>',
        Content_Type="text/html",
    )
    return server.url("/feed")


def test_a_morning_with_the_library(briefreader: Run, feed: str, tmp_path: Path) -> None:
    added = briefreader("add", feed, "--tag", "ports")
    assert (added.code, added.err.strip()) == (0, "added Harbour Post: 2 articles")

    refreshed = briefreader("refresh")
    assert (refreshed.code, refreshed.out.strip()) == (0, f"{feed}: 0 new")

    strike, museum = briefreader("list", "--json").records
    assert (strike["title"], museum["title"]) == ("Dockers reject port offer in Varno", "Museum of Tides reopens after flood")
    assert strike["negotiation"]["stage"] == "rejected"
    assert museum["negotiation"] is None
    assert (strike["unread"], strike["kept"], strike["done"]) == (1, False, False)

    assert [record["title"] for record in briefreader("list", "stage:rejected", "--json").records] == [strike["title"]]
    assert [record["title"] for record in briefreader("list", "--since", "2026-11-10", "--json").records] == [strike["title"]]
    assert [record["title"] for record in briefreader("list", "tag:ports", "salvaged", "--json").records] == [museum["title"]]
    assert "Rejected" in briefreader("list").out

    (hit,) = briefreader("search", "salvaged charts", "--json").records
    assert (hit["story"], hit["title"], hit["site"]) == (museum["id"], museum["title"], "Harbour Post")

    (source,) = briefreader("sources", "--json").records
    assert (source["source"], source["articles"], source["tags"], source["last_error"]) == (feed, 2, ["ports"], None)
    assert source["last_success"]
    assert feed in briefreader("sources").out

    briefs = tmp_path / "briefs"
    assert briefreader("export", "-o", str(briefs)).code == 0
    first = {path.name: path.read_bytes() for path in briefs.iterdir()}
    assert len(first) == 2
    assert briefreader("export", "-o", str(briefs)).code == 0
    assert {path.name: path.read_bytes() for path in briefs.iterdir()} == first

    day = briefreader("export", "stage:rejected")
    front_matter = yaml.safe_load(day.out.split("---\n")[1])
    assert front_matter["generator"] == "briefreader"
    assert "Dockers reject port offer in Varno" in day.out
    assert json.loads(briefreader("export", "stage:rejected", "--format", "json").out)["title"] == strike["title"]
    assert briefreader("export", "-o", str(tmp_path / "day.html"), "--format", "html").code == 0
    assert "<script" not in (tmp_path / "day.html").read_text(encoding="utf-8")

    removed = briefreader("remove", feed)
    assert (removed.code, removed.err.strip()) == (0, "removed Harbour Post")
    assert briefreader("list", "--json").records == []
    assert briefreader("remove", feed).code == 1


def test_what_was_corrected_is_exported_as_labelled_examples(
    briefreader: Run, environment: dict[str, str], article: Path, tmp_path: Path
) -> None:
    assert briefreader("export", "--corrections").err.strip() == "nothing was corrected: nothing was exported"
    briefreader("add", str(article))
    briefreader("refresh")
    with open_library(Path(environment["BRIEFREADER_DATA_DIR"]) / "library.sqlite") as library:
        library.correct(1, "stage", ["stalled"], datetime(2026, 11, 22, tzinfo=UTC))
        tell_changed(library)
    line = briefreader("export", "--corrections").out
    record = json.loads(line)
    assert record["labels"] == {"stage": "stalled"}
    assert record["engine"]["stage"] != "stalled"
    again = json.loads(briefreader("brief", "-", "--input", "jsonl", "--json", given=line).out)
    assert (again["source"], again["text"]) == (record["id"], record["text"])
    assert briefreader("export", "stage:agreed", "--corrections").out == ""
    target = tmp_path / "examples.jsonl"
    for _ in range(2):
        assert briefreader("export", "stage:stalled", "--corrections", "-o", str(target)).code == 0
    assert target.read_text(encoding="utf-8") == line
    with open_library(Path(environment["BRIEFREADER_DATA_DIR"]) / "library.sqlite") as library:
        library.correct(1, "stage", ["suspended"], datetime(2026, 11, 23, tzinfo=UTC))
    assert briefreader("export", "--corrections", "-o", str(target)).code == 0
    assert json.loads(target.read_text(encoding="utf-8"))["labels"] == {"stage": "suspended"}


def test_an_address_of_a_site_leads_to_its_feed(briefreader: Run, feed: str, server: WebServer) -> None:
    assert briefreader("add", server.url("/")).code == 0
    assert [record["source"] for record in briefreader("sources", "--json").records] == [feed]


def test_a_feed_that_has_not_changed_is_asked_conditionally(briefreader: Run, feed: str, server: WebServer) -> None:
    briefreader("add", feed)
    briefreader("refresh")
    assert [visit.headers.get("if-none-match") for visit in server.visits] == [None, '"1"']


def test_a_refresh_tells_json_lines(briefreader: Run, feed: str, server: WebServer) -> None:
    briefreader("add", feed)
    server.pages["/feed"] = answer(b"gone fishing", status=500)
    done = briefreader("refresh", "--json")
    assert done.code == 1
    first, last = done.records[0], done.records[-1]
    assert (first["event"], first["address"], first["new"]) == ("source", feed, 0)
    assert "500" in first["error"]
    assert (last["event"], last["sources"], last["failed"]) == ("finished", 1, 1)


def test_what_cannot_be_added_is_told_and_the_rest_is_added(briefreader: Run, feed: str, server: WebServer) -> None:
    done = briefreader("add", server.url("/nothing"), feed)
    assert done.code == 1
    assert "404" in done.err
    assert [record["source"] for record in briefreader("sources", "--json").records] == [feed]


def test_a_folder_is_a_source_too(briefreader: Run, article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    article.rename(folder / "port.txt")
    assert briefreader("add", str(folder)).code == 0
    assert briefreader("refresh").code == 0
    (story,) = briefreader("list", "--json").records
    assert story["title"] == "Port talks in Varno break off over night shifts"


def test_a_password_in_an_address_is_never_shown(briefreader: Run, feed: str) -> None:
    secret = feed.replace("http://", "http://reader:s3cret@")
    runs = [briefreader("add", secret), briefreader("refresh"), briefreader("sources"), briefreader("sources", "--json")]
    assert not any("s3cret" in done.out + done.err for done in runs)


def test_subscriptions_travel_as_opml(briefreader: Run, feed: str, tmp_path: Path) -> None:
    briefreader("add", feed, "--tag", "ports")
    assert briefreader("opml", "export", "subscriptions.opml").code == 0
    document = (tmp_path / "subscriptions.opml").read_text(encoding="utf-8")
    assert feed in document
    assert briefreader("opml", "export").out.strip() == document.strip()
    elsewhere = ("--data-dir", str(tmp_path / "elsewhere"))
    assert "1 sources added, 0 already there" in briefreader("opml", "import", "subscriptions.opml", *elsewhere).err
    (source,) = briefreader("sources", "--json", *elsewhere).records
    assert (source["source"], source["tags"]) == (feed, ["ports"])
    assert briefreader("opml", "import", "missing.opml").code == 1


def test_a_library_is_backed_up_and_restored(briefreader: Run, feed: str, tmp_path: Path) -> None:
    briefreader("add", feed)
    before = [record["id"] for record in briefreader("list", "--json").records]
    assert briefreader("backup", "library.backup").code == 0
    assert briefreader("backup", "marks.json", "--marks").code == 0
    briefreader("remove", feed)
    restored = briefreader("restore", "library.backup")
    assert restored.code == 0
    assert "kept as" in restored.err
    assert [record["id"] for record in briefreader("list", "--json").records] == before
    assert briefreader("restore", "marks.json", "--marks").code == 0
    assert briefreader("restore", "missing.backup").code == 1


def test_the_doctor_says_that_all_is_well(briefreader: Run, feed: str) -> None:
    briefreader("add", feed)
    done = briefreader("doctor", TERM="xterm")
    assert done.code == 0
    assert "library" in done.out
    assert briefreader("doctor", "--repair", TERM="xterm").code == 0


def test_the_doctors_report_gives_nothing_away(briefreader: Run, environment: dict[str, str], feed: str) -> None:
    briefreader("add", feed, BRIEFREADER_DATA_DIR=f"{environment['HOME']}/data")
    home = environment["HOME"]
    report = briefreader("doctor", "--report", TERM="xterm", BRIEFREADER_DATA_DIR=f"{home}/data").out
    assert "stories: 2" in report
    assert "Varno" not in report
    assert feed not in report
    assert home not in report


def test_the_report_is_given_even_where_nothing_else_works(briefreader: Run, environment: dict[str, str]) -> None:
    library = Path(environment["BRIEFREADER_DATA_DIR"]) / "library.sqlite"
    library.parent.mkdir()
    library.write_bytes(b"this is no library" * 100)
    done = briefreader("doctor", "--report", TERM="xterm")
    assert done.code == 1
    assert "library: cannot be looked at (LibraryError)" in done.out
    assert done.err == "briefreader: what is marked wrong wants mending\n"


def test_the_doctor_finds_what_is_wrong(briefreader: Run, environment: dict[str, str]) -> None:
    library = Path(environment["BRIEFREADER_DATA_DIR"]) / "library.sqlite"
    library.parent.mkdir()
    library.write_bytes(b"this is no library" * 100)
    done = briefreader("doctor", TERM="dumb")
    assert done.code == 1
    assert done.out.count("wrong") == 2
    assert library.read_bytes().startswith(b"this is no library")


def test_a_first_configuration_file_is_written_once_and_checked(briefreader: Run) -> None:
    path = briefreader("config", "--path").out.strip()
    assert briefreader("config", "--init").code == 0
    assert Path(path).stat().st_mode & 0o777 == 0o600
    assert briefreader("config", "--init").code == 2
    assert briefreader("config", "--check").code == 0
    Path(path).write_text('[keys]\ndonne = "d"\n', encoding="utf-8")
    wrong = briefreader("config", "--check")
    assert wrong.code == 2
    assert "donne" in wrong.err


SECRETS = '[access]\n"post.example" = { user = "me", secret = "sesame" }\n'


def test_the_doctor_warns_of_secrets_that_others_can_read(briefreader: Run, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text(SECRETS, encoding="utf-8")
    config.chmod(0o644)
    warned = briefreader("doctor", "--config", "config.toml", TERM="xterm")
    assert (warned.code, "chmod 600" in warned.out, "sesame" in warned.out) == (1, True, False)
    config.chmod(0o600)
    assert briefreader("doctor", "--config", "config.toml", TERM="xterm").code == 0


@pytest.mark.parametrize(
    "entry", ["'sesame'", "{ user = 'me', password = 'sesame' }", "{ secret = 'sesame' }", "{ user = 4, secret = 'sesame' }"]
)
def test_a_wrong_entry_of_the_secrets_is_told_without_showing_it(briefreader: Run, tmp_path: Path, entry: str) -> None:
    (tmp_path / "config.toml").write_text(f'[access]\n"post.example" = {entry}\n', encoding="utf-8")
    wrong = briefreader("config", "--check", "--config", "config.toml")
    assert (wrong.code, "line 2" in wrong.err, "sesame" in wrong.err) == (2, True, False)


def test_what_a_refresh_did_is_in_the_log_and_nothing_secret(
    briefreader: Run, environment: dict[str, str], server: WebServer, feed: str
) -> None:
    server.pages["/feed?key=sesame"] = server.pages["/feed"]
    private = server.url("/feed?key=sesame").replace("://", "://me:sesame@")
    assert briefreader("add", private).code == 0
    server.pages["/feed?key=sesame"] = answer(status=500)
    assert briefreader("refresh").code == 1
    log = Path(environment["BRIEFREADER_DATA_DIR"]) / "briefreader.log"
    text = log.read_text(encoding="utf-8")
    assert log.stat().st_mode & 0o777 == 0o600
    assert f"{server.host}:{server.port}: 2 new" in text
    assert "the server answered 500" in text
    assert "sesame" not in text
    assert "1 sources, 1 failed" in text


def test_the_log_rotates(briefreader: Run, environment: dict[str, str], feed: str) -> None:
    log = Path(environment["BRIEFREADER_DATA_DIR"]) / "briefreader.log"
    log.parent.mkdir()
    log.write_text("an old line\n" * 50_000, encoding="utf-8")
    briefreader("add", feed)
    assert log.stat().st_size < 1_000
    assert log.with_name("briefreader.log.1").stat().st_size > 500_000


def test_a_log_that_cannot_be_written_stops_nothing(briefreader: Run, environment: dict[str, str], feed: str) -> None:
    log = Path(environment["BRIEFREADER_DATA_DIR"]) / "briefreader.log"
    log.mkdir(parents=True)
    done = briefreader("add", feed)
    assert (done.code, done.err.count("\n")) == (0, 1)


def test_a_key_a_view_or_a_rule_that_makes_no_sense_is_told_with_its_line(briefreader: Run, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(
        '[keys]\nstar = "crtl+x"\ndone = "r"\n[views]\n"Stuck" = "stage:stal"\n[rules]\nmute = ["football", "sight:x"]\n'
    )
    checked = briefreader("config", "--check", "--config", str(file))
    assert checked.code == 2
    for told in (
        "line 2: [keys] star: there is no key crtl+x",
        "line 3: [keys] r is wanted by both read and done",
        "line 5: [views] Stuck: 'stal' is no stage: did you mean stalled",
        "line 7: [rules] mute: 'sight:' is no condition: did you mean site",
    ):
        assert told in checked.err
