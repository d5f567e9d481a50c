"""A page that was pasted or saved as text."""

from __future__ import annotations

from clean_pages import PARAGRAPHS, TEXT, read

PASTED = """Home » News » Ferry crews to walk out on Friday

Ferry crews to walk out on Friday

Islanders stock up as the union gives the owners five days to answer.

by Ingrid Molander Senior News Editor

4 min read
312 views
Jun 4, 2025

{body}

What do you think will happen on Friday? Share your thoughts in the comments below!

You may also like

Leave a Comment

This site uses Akismet to reduce spam. Learn how your comment data is processed.

Adblock Detected

Please support us by disabling your AdBlocker extension from your browsers for our website."""


def pasted(*paragraphs: str) -> str:
    return PASTED.format(body="\n\n".join(paragraphs or PARAGRAPHS))


def test_the_furniture_goes_and_the_article_stays() -> None:
    got = read(pasted(), "text/plain")
    assert got.text == TEXT


def test_the_lines_above_the_text_are_read_into_their_fields() -> None:
    got = read(pasted(), "text/plain")
    assert got.title == "Ferry crews to walk out on Friday"
    assert got.authors == ("Ingrid Molander",)
    assert got.published == "2025-06-04"
    assert got.standfirst == "Islanders stock up as the union gives the owners five days to answer."


def test_every_removed_line_has_its_rule() -> None:
    rules = {removal.text: removal.rule for removal in read(pasted(), "text/plain").removed}
    assert rules["4 min read"] == "readtime phrase"
    assert rules["Leave a Comment"] == "comments phrase"
    assert "What do you think will happen on Friday? Share your thoughts in the comments below!" in rules


def test_a_flattened_table_comes_back() -> None:
    table = "MatterUnion's ClaimLast Offer\nPay RiseNine PercentFour Percent\nNight WatchTwo MenOne Man"
    got = read(pasted(*PARAGRAPHS[:2], table, *PARAGRAPHS[2:]), "text/plain")
    (found,) = [block for block in got.blocks if block.kind == "table"]
    assert found.rows == (
        ("Matter", "Union's Claim", "Last Offer"),
        ("Pay Rise", "Nine Percent", "Four Percent"),
        ("Night Watch", "Two Men", "One Man"),
    )


def test_tabs_and_bars_make_tables_too() -> None:
    for table in ("Pay\tnine\nNights\ttwo", "| Pay | nine | no |\n| Nights | two | yes |"):
        got = read(pasted(*PARAGRAPHS[:2], table, *PARAGRAPHS[2:]), "text/plain")
        assert [len(block.rows or ()) for block in got.blocks if block.kind == "table"] == [2]


def test_words_that_run_together_by_accident_are_no_table() -> None:
    lines = (
        "The NetBoat app failed again.\nThe iPort was closed on Sunday and the crew stayed ashore.\nNo one "
        "came to the McLeod quay."
    )
    assert not [block for block in read(pasted(*PARAGRAPHS[:2], lines, *PARAGRAPHS[2:]), "text/plain").blocks if block.rows]


def test_bullets_and_numbers_are_list_items() -> None:
    lists = (
        "  • A rise of nine percent over one year.\n  • Two men on every night watch.\n\n  1. Stop the boats "
        "on Friday.\n  2. Wait for an answer."
    )
    items = [
        block
        for block in read(pasted(*PARAGRAPHS[:2], lists, *PARAGRAPHS[2:]), "text/plain").blocks
        if block.kind == "list_item"
    ]
    assert [(block.text, block.style) for block in items] == [
        ("A rise of nine percent over one year.", None),
        ("Two men on every night watch.", None),
        ("Stop the boats on Friday.", "ordered"),
        ("Wait for an answer.", "ordered"),
    ]


def items(lines: str) -> list[tuple[str, int | None, str | None]]:
    got = read(pasted(*PARAGRAPHS[:2], lines, *PARAGRAPHS[2:]), "text/plain")
    return [(block.text, block.level, block.style) for block in got.blocks if block.kind == "list_item"]


def test_lists_nest_by_how_far_in_they_stand() -> None:
    assert items(
        "  • What the crews want in the new contract\n      • A rise of nine percent\n      • Two men on every watch\n"
        "  • What the owners want in it"
    ) == [
        ("What the crews want in the new contract", 1, None),
        ("A rise of nine percent", 2, None),
        ("Two men on every watch", 2, None),
        ("What the owners want in it", 1, None),
    ]
    assert items(
        "1. Stop the boats on Friday.\n   a) The mail boat too.\n   b) Not the ambulance boat.\n2. Wait for a letter."
    ) == [
        ("Stop the boats on Friday.", 1, "ordered"),
        ("The mail boat too.", 2, "ordered"),
        ("Not the ambulance boat.", 2, "ordered"),
        ("Wait for a letter.", 1, "ordered"),
    ]


def test_lists_nest_by_the_sort_of_bullet_where_all_stand_alike() -> None:
    assert items("• Pay for the night watch\n◦ nine percent at once\n▪ for all of them\n• Holidays in the winter") == [
        ("Pay for the night watch", 1, None),
        ("nine percent at once", 2, None),
        ("for all of them", 3, None),
        ("Holidays in the winter", 1, None),
    ]


def test_a_numbered_line_alone_is_a_heading_and_keeps_its_number() -> None:
    body = (*PARAGRAPHS[:1], "1. Pay", PARAGRAPHS[1], "2. Night watches", *PARAGRAPHS[2:])
    got = read(pasted(*body), "text/plain")
    assert [block.text for block in got.blocks if block.kind == "heading"] == ["1. Pay", "2. Night watches"]


def test_the_title_is_the_line_that_says_what_the_text_says() -> None:
    menu = (
        "Weather\nTides at Great Holm\nWho we are\n\nFerry crews to walk out on Friday\n\nA boat at the quay (Photo: Bo Chen)"
    )
    got = read(f"{menu}\n\n{TEXT}", "text/plain")
    assert got.title == "Ferry crews to walk out on Friday"


def test_the_day_may_stand_above_the_title() -> None:
    got = read(f"News\nJune 4, 2025\nFerry crews to walk out on Friday\n\n{TEXT}", "text/plain")
    assert (got.title, got.published) == ("Ferry crews to walk out on Friday", "2025-06-04")


def test_a_short_line_above_a_paragraph_is_a_heading_and_its_caption_double_goes() -> None:
    body = (
        *PARAGRAPHS[:2],
        "What the Crews Want",
        PARAGRAPHS[2],
        "What the Crews Want\nFerry Strike Great Holm",
        PARAGRAPHS[3],
    )
    got = read(pasted(*body), "text/plain")
    assert [block.text for block in got.blocks if block.kind == "heading"] == ["What the Crews Want"]
    assert "Ferry Strike Great Holm" not in got.text


def test_a_callouts_label_leaves_and_its_sentence_stays() -> None:
    remark = "The line has carried the post since 1887, twice a day in summer."
    got = read(
        pasted(*PARAGRAPHS[:2], "Did you know?", remark, "Pro Tip: Book the morning boat.", *PARAGRAPHS[2:]), "text/plain"
    )
    assert [block.text for block in got.blocks if block.style == "callout"] == [remark, "Book the morning boat."]
    assert "Did you know" not in got.text


def test_a_quotation_keeps_its_source_but_the_quotation_of_the_day_goes() -> None:
    said = ("We will not sail on a promise.", "– Union secretary")
    wisdom = (
        "He that would learn to pray, let him go to sea.\n— Georg Herberto\nAuthor\n\nIngrid writes about the sea and likes it."
    )
    got = read(pasted(*PARAGRAPHS[:2], *said, *PARAGRAPHS[2:], wisdom), "text/plain")
    assert [block.text for block in got.blocks if block.kind == "quote"] == list(said)
    assert "Herberto" not in got.text
    assert "likes it" not in got.text


def test_questions_of_the_article_stay_when_nobody_is_asked_to_comment() -> None:
    last = "Will the crews sail again? Nobody at Port Arlen would bet on it."
    assert read(pasted(*PARAGRAPHS, last), "text/plain").blocks[-1].text == last


def test_an_appeal_is_cut_from_the_end_of_a_paragraph() -> None:
    last = "The next boat leaves at nine, if it leaves at all. Tell us what you think in the comments below."
    assert read(f"{TEXT}\n\n{last}", "text/plain").blocks[-1].text == "The next boat leaves at nine, if it leaves at all."


def test_a_text_without_a_title_gets_none() -> None:
    got = read("\n".join(PARAGRAPHS), "text/plain")
    assert (got.title, len(got.blocks)) == (None, 4)


def test_two_lines_are_a_title_and_a_text() -> None:
    got = read("Peace talks resume\n\nThe two sides met on Monday for a third round of talks, officials said.", "text/plain")
    assert (got.title, got.text) == (
        "Peace talks resume",
        "The two sides met on Monday for a third round of talks, officials said.",
    )


def test_the_envelopes_title_is_not_repeated_in_the_text() -> None:
    got = read(f"Ferry crews to walk out on Friday\n\n{TEXT}", "text/plain", title="Ferry crews to walk out on Friday")
    assert (got.title, got.text) == ("Ferry crews to walk out on Friday", TEXT)


def test_wrapped_lines_are_joined_and_hyphens_undone() -> None:
    wrapped = (
        "The ferry crews of the northern line said on Monday that they would\nwalk out again on Friday "
        "unless the owners return to the ta-\nble with a written offer, according to the union."
    )
    (block,) = read(wrapped, "text/plain").blocks
    assert block.text == (
        "The ferry crews of the northern line said on Monday that they would walk out again on Friday unless the owners return "
        "to the table with a written offer, according to the union."
    )


def test_the_menu_of_a_pasted_page_is_left_out() -> None:
    menu = "\n".join(["Menu", "Home", "News", "Sport", "Weather", "Log in", "Subscribe"])
    footer = "\n".join(["About us", "Contact us", "Privacy policy", "© 2025 Arlen Post. All rights reserved."])
    assert read(f"{menu}\n\n{pasted()}\n\n{footer}", "text/plain").text == TEXT


def test_an_article_that_comes_alone_loses_no_line() -> None:
    lines = [
        *PARAGRAPHS,
        "Winners of the harbour race",
        "1. Great Holm\n2. Port Arlen\n3. Little Holm",
        "Next race: June 8, 2025",
        "Tickets from the harbour master …",
    ]
    got = read("\n\n".join(lines), "text/plain")
    assert [removal.text for removal in got.removed] == []


def test_an_empty_text_is_an_empty_article() -> None:
    assert read("", "text/plain").blocks == ()
    assert read("\n\n  \n", "text/plain").text == ""
