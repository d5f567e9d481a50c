"""Sentences of an article with their exact places: everything that briefreader claims points at one of them.

Own rules rather than a library's, because on news they find more of the boundaries and one can read why a sentence ends
(figures in docs/key-points.md).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from briefreader.model import Article, Sentence

TITLE_BLOCK = -1
STANDFIRST_BLOCK = -2

# A stop or a run of stops ("?!", "...", ". . .") and the quotes and brackets that close after it. Possessive and anchored by
# the look-behind, so that a run of a million stops is read once.
_STOP = re.compile(
    r"(?<![.!?…])(?P<mark>\.(?:[ \u00a0]\.){2,}+|[.!?…]++|[。！？]++)"
    r"(?P<closers>(?:[\"'”’»)\]」』]|[ \u00a0][”’»])*+)(?P<gap>\s*+)"
)
_TOKEN_BEFORE = re.compile(r"[^\s\"'“‘«(\[—–]+\Z")
# Bounded, so that what follows each of a million stops is not read to its end.
_WORD_AFTER = re.compile(r"[\"'“‘«(\[]{0,8}([^\W_](?:[\w'’-]|\.(?=\w)){0,40})")
_SPEAKER_AFTER = re.compile(r"(?:[A-Z][\w.'’-]{0,40}\s{1,4}){1,4}([a-z]{1,20})\b")
_LETTERS_WITH_STOPS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_LINE = re.compile(r"[^\n]+")
_LONGEST_TOKEN = 40
_QUOTES = frozenset("\"'”’»")
_OPENING_QUOTES = '"“«'


@dataclass(frozen=True)
class _Lexicon:
    before_a_name: frozenset[str]
    may_end: frozenset[str]
    states: frozenset[str]
    months_after_a_day: frozenset[str]
    before_a_number: frozenset[str]
    begins: frozenset[str]
    saying: frozenset[str]
    names_with_a_stop: frozenset[str]


@cache
def _lexicon() -> _Lexicon:
    data = tomllib.loads(files(__package__).joinpath("data/sentences.toml").read_text("utf-8"))
    return _Lexicon(**{name: frozenset(words.split()) for name, words in data.items()})


@cache
def abbreviations() -> frozenset[str]:
    """The words, without their stop, after which a stop does not end a clause: "Gen", "Corp", "Mass"."""
    lexicon = _lexicon()
    return lexicon.before_a_name | lexicon.may_end | lexicon.states


def sentences(article: Article) -> list[Sentence]:
    """Give the sentences of the article's body in order, none across two blocks: ``article.text[s.start:s.end] == s.text``.

    A heading is a sentence, and so are a paragraph's last words without a stop, each row of a table and each line of code.
    """
    found = []
    for index, (block, start) in enumerate(zip(article.blocks, article.block_starts(), strict=True)):
        if block.kind in {"table", "code"}:
            spans = _lines(block.text)
        elif block.kind == "heading":
            spans = _trimmed(block.text, 0, len(block.text))
        else:
            spans = split(block.text)
        found += [Sentence(block.text[a:b], start + a, start + b, index) for a, b in spans]
    return found


def claim_sentences(article: Article) -> list[Sentence]:
    """Give the title's and the standfirst's sentences, which a claim may point at too, with offsets in themselves."""
    found = []
    if article.title and article.title.strip():
        found += [Sentence(article.title[a:b], a, b, TITLE_BLOCK) for a, b in _trimmed(article.title, 0, len(article.title))]
    if article.standfirst:
        found += [Sentence(article.standfirst[a:b], a, b, STANDFIRST_BLOCK) for a, b in split(article.standfirst)]
    return found


def split(text: str) -> list[tuple[int, int]]:
    """Give the places (start, end) of the sentences of running text."""
    spans: list[tuple[int, int]] = []
    begin = 0
    for stop in _STOP.finditer(text):
        if stop.end() < len(text) and _ends_a_sentence(text, begin, stop):
            spans += _trimmed(text, begin, stop.end("closers"))
            begin = stop.end()
    return spans + _trimmed(text, begin, len(text))


def _trimmed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    piece = text[start:end]
    bare = piece.strip()
    if not bare:
        return []
    start += len(piece) - len(piece.lstrip())
    return [(start, start + len(bare))]


def _lines(text: str) -> list[tuple[int, int]]:
    return [span for line in _LINE.finditer(text) for span in _trimmed(text, line.start(), line.end())]


def _ends_a_sentence(text: str, begin: int, stop: re.Match[str]) -> bool:  # noqa: PLR0911  (a rule, a line)
    words = _lexicon()
    after = _WORD_AFTER.match(text, stop.end())
    next_word = after.group(1).replace("’", "'") if after else ""
    mark, closers = stop.group("mark"), stop.group("closers")
    quoted = not _QUOTES.isdisjoint(closers)
    begins = text[stop.end()] in _OPENING_QUOTES or (next_word[:1].isupper() and next_word.lower() in words.begins)
    token = _token_before(text, begin, stop.start())
    if mark[0] in "。！？":
        return True
    if not stop.group("gap"):  # "said.The": two lines that lost the space between them
        return begins and len(token) > 1 and token.isalpha() and token.islower()
    if (next_word[:1].islower() and next_word[1:2].islower()) or text[stop.end()] in "—–-":  # "AUGUSTA, Me. — The governor"
        return False
    if mark[0] in "!?":
        return not (token in words.names_with_a_stop and not begins) and not (quoted and _speaker_follows(text, stop.end()))
    if len(mark) > 1 or mark == "…":
        return True
    if quoted:
        return True
    before = stop.start() - len(token)
    if token in words.states and text[max(0, before - 2) : before] != ", ":
        return begins
    return not _abbreviates(token, next_word, begins, at_start=before == begin)


def _abbreviates(token: str, next_word: str, begins: bool, *, at_start: bool) -> bool:
    """Whether a single full stop after ``token`` belongs to the word and not to the sentence."""
    words = _lexicon()
    known = {token, token.lower()}
    if at_start and len(token) <= 3 and (token.isdigit() or len(token) == 1):  # "1. Show strength"
        return True
    if known & words.before_a_name:
        return True
    if next_word[:1].isdigit() and known & words.before_a_number:
        return True
    if token.isdigit() and len(token) <= 2 and next_word in words.months_after_a_day:
        return True
    if known & words.may_end or _LETTERS_WITH_STOPS.fullmatch(token):
        return not begins
    return len(token) == 1 and token.isupper() and not begins  # an initial


def _token_before(text: str, begin: int, end: int) -> str:
    match = _TOKEN_BEFORE.search(text, max(begin, end - _LONGEST_TOKEN), end)
    return match.group() if match else ""


def _speaker_follows(text: str, start: int) -> bool:
    match = _SPEAKER_AFTER.match(text, start)
    return match is not None and match.group(1) in _lexicon().saying
