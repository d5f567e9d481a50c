"""Subscription lists in and out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.sources.opml import Subscription, read_opml, write_opml

LIST = b"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Mine</title></head><body>
  <outline text="World"><outline text="Europe">
    <outline type="rss" text="Courier" xmlUrl="https://courier.example/feed" htmlUrl="https://courier.example/"/></outline>
    <outline type="rss" title="Desk &amp; Co" text="" xmlUrl="https://desk.example/atom" category="/News/Wire,Trade"/></outline>
  <outline text="Plain" XMLURL="http://plain.example/rss"/>
  <outline text="Again" xmlUrl="https://courier.example/feed"><outline text="inner" xmlUrl="https://inner.example/"/></outline>
  <outline text="Empty folder"/><outline text="No address" xmlUrl=""/>
</body></opml>"""


def test_folders_and_categories_become_tags_and_each_address_comes_once() -> None:
    assert read_opml(LIST) == [
        Subscription("https://courier.example/feed", "Courier", ("World", "Europe")),
        Subscription("https://desk.example/atom", "Desk & Co", ("World", "News/Wire", "Trade")),
        Subscription("http://plain.example/rss", "Plain"),
        Subscription("https://inner.example/", "inner"),
    ]


def test_a_damaged_list_gives_what_can_be_read() -> None:
    damaged = LIST.replace(b'<outline text="Plain"', b'<outline text="A & B &nbsp;"')[:-20]
    assert len(read_opml(damaged)) >= 3


def test_a_list_in_latin_1_is_read() -> None:
    outline = '<outline text="Café société à Göteborg" xmlUrl="http://e.example/"/>'
    content = f'<?xml version="1.0" encoding="ISO-8859-1"?><opml><body>{outline}'
    assert read_opml(content.encode("latin-1"))[0].title == "Café société à Göteborg"


def test_a_list_carries_our_mark_so_that_it_may_be_written_again() -> None:
    assert "<!-- briefreader -->" in write_opml([])[:1000]


text = st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Z")), min_size=1, max_size=10)
tags = st.lists(text.filter(lambda tag: not set(tag) & set("/,")), max_size=3, unique=True).map(tuple)
lists = st.lists(
    st.builds(Subscription, text.map("https://e.example/{}".format), text, tags), unique_by=lambda one: one.address
)


@given(lists)
@settings(max_examples=50, deadline=None)
def test_what_is_written_is_read_again(subscriptions: list[Subscription]) -> None:
    assert read_opml(write_opml(subscriptions).encode()) == subscriptions
