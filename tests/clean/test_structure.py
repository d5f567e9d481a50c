"""Headings, lists, tables, quotations, code and links keep their form."""

from __future__ import annotations

from clean_pages import PARAGRAPHS, article, page, read

from briefreader.model import Block


def blocks(extra: str, url: str | None = None) -> list[Block]:
    """The blocks that ``extra`` becomes inside an article."""
    return [block for block in read(page(article(extra)), url=url).blocks if block.text not in PARAGRAPHS]


def test_headings_have_levels() -> None:
    got = blocks(f"<h2>What the crews want</h2><p>{PARAGRAPHS[0]} It is so.</p><h3>What the owners say</h3>")
    assert [(block.kind, block.level, block.text) for block in got if block.kind == "heading"] == [
        ("heading", 2, "What the crews want"),
        ("heading", 3, "What the owners say"),
    ]


def test_nested_lists_have_levels_and_numbers() -> None:
    got = blocks("<ul><li>a rise of nine percent<ol><li>at once</li><li>in two steps</li></ol></li><li>a new boat</li></ul>")
    assert [(block.text, block.level, block.style) for block in got] == [
        ("a rise of nine percent", 1, None),
        ("at once", 2, "ordered"),
        ("in two steps", 2, "ordered"),
        ("a new boat", 1, None),
    ]
    assert {block.kind for block in got} == {"list_item"}


def test_a_table_has_rows_and_reads_as_one_row_a_line() -> None:
    (got,) = blocks(
        "<table><tr><th>Matter</th><th>Claim</th></tr><tr><td>Pay</td><td>9 "
        "%</td></tr><tr><td>Nights</td><td>two</td></tr></table>"
    )
    assert got.rows == (("Matter", "Claim"), ("Pay", "9 %"), ("Nights", "two"))
    assert got.text == "Matter | Claim\nPay | 9 %\nNights | two"


def test_a_table_keeps_its_caption() -> None:
    caption, table = blocks(
        "<table><caption>What is asked</caption><tr><td>Pay</td><td>9 %</td></tr><tr><td>Nights</td><td>two</td></tr></table>"
    )
    assert (caption.kind, caption.text, table.kind) == ("caption", "What is asked", "table")


def test_a_table_that_lays_out_the_page_is_read_as_text() -> None:
    cells = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    got = read(page(f"<table><tr><td>Menu</td><td><h1>Ferry crews to walk out</h1>{cells}</td></tr></table>"))
    assert [block.text for block in got.blocks] == list(PARAGRAPHS)


def test_quotations_and_code_are_told_from_paragraphs() -> None:
    got = blocks("<blockquote class='promo'><p>We will not sail.</p></blockquote><pre class='meta'>if tide:\n    sail()</pre>")
    assert [(block.kind, block.text) for block in got] == [("quote", "We will not sail."), ("code", "if tide:\n    sail()")]


def test_links_point_into_the_text_and_are_absolute() -> None:
    (got,) = blocks(
        "<p>The <a href='/letter?x=1'>open letter</a> and <a href='javascript:alert(1)'>a trap</a> are out.</p>",
        url="https://post.example/news/1",
    )
    (link,) = got.links
    assert got.text[link.start : link.end] == "open letter"
    assert link.url == "https://post.example/letter?x=1"


def test_a_line_break_stays_and_two_make_a_paragraph() -> None:
    got = blocks("<p>The first line of the crews' song<br>and the second<br><br>A new verse begins here for all.</p>")
    assert [block.text for block in got] == [
        "The first line of the crews' song\nand the second",
        "A new verse begins here for all.",
    ]


def test_a_callouts_label_leaves_and_its_sentence_stays() -> None:
    (got,) = blocks("<p>Did you know?</p><p>The line has carried the post since 1887, twice a day in summer.</p>")
    assert (got.text, got.style) == ("The line has carried the post since 1887, twice a day in summer.", "callout")


def test_the_text_is_the_blocks_parted_by_a_blank_line() -> None:
    got = read(page(article("<h2>What now</h2><ul><li>sail again</li><li>stay in port</li></ul>")))
    assert got.text == "\n\n".join(block.text for block in got.blocks)
    for start, block in zip(got.block_starts(), got.blocks, strict=True):
        assert got.text[start : start + len(block.text)] == block.text


def test_a_button_that_opens_a_section_is_its_heading_and_any_other_is_none() -> None:
    opened = "<h3><button aria-expanded='false' aria-controls='a'>What do the crews want?</button></h3>"
    got = blocks(
        f"{opened}<div id='a'><p>{PARAGRAPHS[1]} So it is.</p></div><h3><button>Share</button></h3><button>Subscribe</button>"
    )
    assert [block.text for block in got if block.kind == "heading"] == ["What do the crews want?"]
    assert all("Subscribe" not in block.text for block in got)


def test_a_calendar_is_no_table_of_the_article() -> None:
    weeks = "".join(f"<tr>{''.join(f'<td>{7 * week + day}</td>' for day in range(1, 8))}</tr>" for week in range(4))
    days = "".join(f"<th>{day}</th>" for day in ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"))
    got = read(page(article(f"<table><tr>{days}</tr>{weeks}<tr><td>29</td><td>30</td></tr></table>")))
    assert "table" not in {block.kind for block in got.blocks}
    assert "calendar" in {removal.rule for removal in got.removed}
    assert [block.kind for block in blocks("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>")] == [
        "table"
    ]
