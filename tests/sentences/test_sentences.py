"""Where sentences end, and that every one stands exactly where it says."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.model import Article, Block, BlockKind
from briefreader.text.sentences import STANDFIRST_BLOCK, TITLE_BLOCK, claim_sentences, sentences, split

# Each is a run of news sentences, parted by "|" where one ends.
NEWS = """
The two sides met on Tuesday.|They will meet again in May.
Mr. Harlan and Dr. Osei arrived with Gen. Bright.|Nobody spoke.
The minister, Joan R. Abara, said no.|The union, led by J. K. Olsen, said nothing.
Shares in Norvik Inc. rose 3.5 percent.|Rival Tarn Corp. fell.
Shares rose at Norvik Inc.|The rival fell.
The U.S. Has imposed a duty, and the U.S. Was told so.|It will stay.
The U.S. delegation left at 5 p.m. on Friday.|It will return.
Talks began at 9 a.m.|By noon they were over.
He lives in the U.S.|She does not.
"We will not sign," she said.|"Not today."
“We will not sign.” |The room went silent.
“Are you serious?” Harlan asked.|“Yes!” the clerk shouted.
Is it over?|Nobody knows!|Perhaps.
They waited ... and waited.|Then the phone rang.
“I thought …” |He stopped there.
The talks (the third since March.) ended.|Nobody signed.
It was signed in St. Marlow on Jan. 5 at No. 10 Quay St. in the rain.
The vote passed, 51.5 to 48.5.|Turnout was 71%.
See Sec. 4 of the draft.|It is short.
Rep. Lee Ortiz (R-Ala.) voted no.|Sen. Kim Doyle did not vote.
The ship, the S.S. Marten, sank off Cape Orr.|All were saved.
The plan, e.g. the toll, is dead.|So is the bridge.
Wages rose in 2019.|In 2020 they fell.
Prices rose by 1.2 million crowns vs. 0.8 million a year ago.
They met in Velmora, the capital.|Karsia's envoy, Ilse Brandt-Moe, stayed away.
"Why now?" said Olsen, who leads the dockers.|"Because we can."
It is the plan’s first test.|It’s also its last.
He joined Yahoo! Japan in May.|She did not.
The company sold its iPhone unit.|iPads went first.
The storm hit Orlo, Va.|Douglas Holt was there.
The storm hit Orlo, Va., on Monday and reached Sarn, Fla., by night.|Two died.
The storm hit Mass. General Hospital and Ind. Avenue.|Two died.
He told Gov. Harlan to call the F.B.I.|The agents came.
The bill (H.R. 3200) passed.|No one cheered.
He asked, “Why not?” and left.|Nobody answered.
The No. 5 seed lost, 6-4, 7-6.|See No. 7.|It is red.
Visit example.com/news.html for more.|It is free.
J. R. R. Olsen wrote it.|George W. Bright read it.
The Rev. Martin Lund Jr. spoke.|Mrs. Lund did not.
Messrs. Roy and Lind met Lt. Col. Bright.|All agreed.
He was born Jan. 1, 1970, in St. Paul, Minn.|She was not.
The talks ended at 11:30 p.m. EST.|Reporters waited.
A Ph.D. student found it.|Prof. Lind agreed.
Members of the A.F.L.-C.I.O. voted.|They said no.
“We will vote ‘no.’”|The hall cheered.
“What?!” he said.|She smiled.
Who won?|Who lost?|No one said.
It is what it is…|He shrugged.
The case is Roy v. Lind.|It was filed in May.
It was 5 p.m.|The shops closed.
The show “Who’s Next?” ended.|It ran 10 years.
„Wir gehen nicht“, sagte sie.|„Nie.“
Die Sitzung am 3. Mai wurde vertagt.|Niemand sprach.
« Nous ne signerons pas. »|Il est parti.
The Rt. Hon. Alan Pell spoke.|He left.
At 9 a.m. Monday the talks resumed.|Nobody came.
Wash. Gov. Jay Roe signed it.|Calif. Rep. Lee Ortiz did not.
Apple Inc. Chief Executive Tim Orr spoke.|Tarn Co. President Al Roe did not.
Yahoo! said it would buy Tarn.|Jeopardy! host Ken Olsen left.
The E. coli outbreak spread.|T. rex is dead.
The mayor of Washington, D.C., spoke.|The members of the A.F.L.-C.I.O. did not.
They sell food, clothes, etc.|The shop is closed.
The price rose to $3.5 million.|The Dow fell to 12,345.67.|It was $1.2 bln.
¿Por qué ahora?|Nadie lo sabe.
¡No firmaremos!|Lo dijo el martes.
"""


def examples() -> list[tuple[str, list[str]]]:
    found = []
    for line in NEWS.strip().splitlines():
        parts = [part.strip() for part in line.split("|")]
        found.append((" ".join(parts), parts))
    return found


@pytest.mark.parametrize(("text", "expected"), examples())
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in split(text)] == expected


def test_of_all_boundaries_in_the_examples_at_least_99_in_100_are_right() -> None:
    right = wrong = missed = 0
    for text, expected in examples():
        ends, at = set(), 0
        for part in expected:
            at = text.index(part, at) + len(part)
            ends.add(at)
        found = {end for _, end in split(text)}
        right, wrong, missed = right + len(found & ends), wrong + len(found - ends), missed + len(ends - found)
    assert 2 * right / (2 * right + wrong + missed) >= 0.99


def test_a_line_that_lost_its_space_still_ends() -> None:
    text = "The talks are over.The envoy left."
    assert [text[a:b] for a, b in split(text)] == ["The talks are over.", "The envoy left."]


def test_an_address_is_not_cut() -> None:
    assert len(split("Write to www.example.com or talks.Geneva@example.org for details.")) == 1


def test_chinese_and_japanese_sentences_end_without_a_space() -> None:
    text = "会谈周二结束。双方没有签字。"
    assert [text[a:b] for a, b in split(text)] == ["会谈周二结束。", "双方没有签字。"]


def test_the_number_of_a_list_item_belongs_to_its_sentence() -> None:
    assert len(split("1. Show strength at the table.")) == 1


def blocks(*parts: tuple[BlockKind, str]) -> Article:
    return Article(source="x", blocks=tuple(Block(kind, text) for kind, text in parts))


def test_headings_list_items_and_table_rows_are_sentences_of_their_own() -> None:
    article = blocks(
        ("heading", "Why talks fail. Again"),
        ("paragraph", "They met. They left"),
        ("list_item", "No authority"),
        ("table", "Stage | Outcome\nEarly talks | Some success"),
        ("code", "x = 1.0\ny = x. real"),
        ("caption", "The envoy in Velmora"),
    )
    assert [(s.block, s.text) for s in sentences(article)] == [
        (0, "Why talks fail. Again"),
        (1, "They met."),
        (1, "They left"),
        (2, "No authority"),
        (3, "Stage | Outcome"),
        (3, "Early talks | Some success"),
        (4, "x = 1.0"),
        (4, "y = x. real"),
        (5, "The envoy in Velmora"),
    ]


def test_title_and_standfirst_can_be_pointed_at() -> None:
    article = Article(source="x", title=" Talks fail ", standfirst="No deal. No date.")
    assert [(s.block, s.text, s.start, s.end) for s in claim_sentences(article)] == [
        (TITLE_BLOCK, "Talks fail", 1, 11),
        (STANDFIRST_BLOCK, "No deal.", 0, 8),
        (STANDFIRST_BLOCK, "No date.", 9, 17),
    ]
    assert claim_sentences(Article(source="x", title="  ")) == []


NEWSY = st.lists(
    st.sampled_from([*"abcXYZ0 9.!?…\n\t\u00a0\"'“”‘’()[]—-。", "Mr", "U.S", ". ", '." ', "The ", " said", "..."]), max_size=60
).map("".join)
KINDS: list[BlockKind] = ["heading", "paragraph", "list_item", "quote", "table", "code", "caption"]


@given(st.lists(st.tuples(st.sampled_from(KINDS), NEWSY), max_size=6))
@settings(max_examples=100, deadline=None)
def test_every_sentence_stands_verbatim_at_its_place_and_nothing_is_lost(parts: list[tuple[BlockKind, str]]) -> None:
    article = blocks(*parts)
    found = sentences(article)
    starts = article.block_starts()
    for sentence in found:
        assert article.text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
        assert starts[sentence.block] <= sentence.start
        assert sentence.end <= starts[sentence.block] + len(article.blocks[sentence.block].text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert "".join("".join(s.text for s in found).split()) == "".join(article.text.split())


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_split(text: str) -> None:
    assert all(text[start:end].strip() for start, end in split(text))


@pytest.mark.parametrize("piece", [".", '"', ". ", "?!", ". . ", "Mr. ", "A.", "” "])
def test_a_hostile_run_is_read_in_one_go(piece: str) -> None:
    assert split(piece * 100_000 + "end")
