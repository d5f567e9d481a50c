"""Text measured in cells, wrapped and cut."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from briefreader.ui.format.cells import fit, shorten, shorten_before_end, shorten_to_words, wrap, wrap_facts, wrap_pieces
from briefreader.ui.format.lines import Choice, Piece, gate, plain
from briefreader.ui.format.table import table_lines

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


def test_what_fits_is_left_and_what_does_not_ends_in_an_ellipsis() -> None:
    assert shorten("short", 10) == "short"
    assert shorten("rather long", 7) == "rather…"
    assert shorten("港湾労組", 5) == "港湾…"


def test_the_middle_is_cut_where_the_end_says_what_to_press() -> None:
    step = "Merged 2 stories into: a rather long title of a story · u takes it back"
    assert shorten_before_end(step, len(step)) == step
    assert shorten_before_end(step, 50) == "Merged 2 stories into: a rather… · u takes it back"
    assert shorten_before_end("Taken back · merged 2 stories into: a long title", 30) == "Taken back · merged 2 stories…"


def test_fit_pads_to_the_left_or_the_right() -> None:
    assert fit("ab", 4) == "ab  "
    assert fit("ab", 4, right=True) == "  ab"


@settings(max_examples=100, deadline=None)
@given(TEXT, st.integers(1, 40))
def test_fit_gives_exactly_as_many_cells_as_asked(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


def test_wrapping_breaks_at_spaces_and_keeps_every_word() -> None:
    text = "one two three four"
    assert [text[a:b] for a, b in wrap(text, 9)] == ["one two", "three", "four"]


def test_a_newline_always_ends_a_line_and_an_empty_text_is_one_line() -> None:
    assert [("ab\n\ncd")[a:b] for a, b in wrap("ab\n\ncd", 10)] == ["ab", "", "cd"]
    assert list(wrap("", 10)) == [(0, 0)]


def test_a_word_without_end_and_ideographs_are_cut_at_the_width() -> None:
    assert [("x" * 7)[a:b] for a, b in wrap("x" * 7, 3)] == ["xxx", "xxx", "x"]
    text = "港湾労組と会社"
    assert [text[a:b] for a, b in wrap(text, 5)] == ["港湾", "労組", "と会", "社"]


@settings(max_examples=100, deadline=None)
@given(TEXT, st.integers(2, 40))
def test_no_wrapped_line_is_wider_than_asked_and_nothing_but_white_space_is_lost(text: str, width: int) -> None:
    lines = [text[a:b] for a, b in wrap(text, width)]
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_wrapped_pieces_keep_their_roles_and_lead_to_one_target() -> None:
    lines = wrap_pieces([Piece("one two ", "title"), Piece("three", "cite")], 9, first="• ", rest="  ", target=Choice(1))
    assert [line.text for line in lines] == ["• one two", "  three"]
    assert lines[1].pieces[-1] == Piece("three", "cite")
    assert [line.more for line in lines] == [False, True]
    assert all(line.target == Choice(1) for line in lines)


def test_the_gate_leaves_one_harmless_line() -> None:
    assert gate("a\x1b]52;c;x\x07\nb\u202ec\td") == "a]52;c;x bc d"


def test_a_table_keeps_its_columns_and_wraps_its_cells() -> None:
    lines = [line.text.rstrip() for line in table_lines([["Party", "Wants"], ["Union", "a deal for one year"]], 20)]
    assert lines == ["Party │ Wants", "──────┼─────────────", "Union │ a deal for", "      │ one year"]


def test_a_ragged_or_very_broad_table_never_exceeds_the_width() -> None:
    rows = [["x" * 30] * 40, ["y"], []]
    assert all(cell_len(line.text) <= 50 for line in table_lines(rows, 50))


def test_a_sentence_is_cut_after_a_whole_word_unless_that_leaves_too_little() -> None:
    assert shorten_to_words("Both sides agree", 40) == "Both sides agree"
    assert shorten_to_words("The length of the agreement", 20) == "The length of the …"
    assert shorten_to_words("The Dampfschifffahrtsgesellschaft", 20) == "The Dampfschifffahr…"


def test_facts_are_parted_between_them_and_not_inside_one() -> None:
    rows = wrap_facts(["2 of 3", "Morning Wire", "1 min · 289 words"], 24, "muted")
    assert plain(rows).splitlines() == ["2 of 3 · Morning Wire", "1 min · 289 words"]
