"""What may not be a key point, and for what reason: rules about form, so that no point misleads out of its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from briefreader.model import BlockKind
from briefreader.text.words import words

PRONOUN = "opens with a pronoun"

LEANING = frozenset({PRONOUN, "opens with a connective"})
"""Reasons that fall away once the sentence before is a point too."""

UNNAMED_SPEAKER = "is a quotation whose speaker is a pronoun"
"""Falls away likewise: the sentence before names who "he said" is."""

ADDRESS = "says you"
"""The reason that falls away in an article which speaks to its reader throughout: advice, a guide, a teaching page."""

_FEWEST_ADDRESSED = 2
_SPEAKS_TO_ITS_READER = 0.2  # of the sentences that could be points: the article is advice, "you" is its subject
_FEWEST_WORDS = 8
_FEWEST_CHARACTERS = 20  # in scripts that part no words
_MOST_WORDS = 70
_SHARE_OF_LETTERS = 0.7
_QUOTATION = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»")
_MOSTLY_QUOTED = 0.6
_QUOTATION_IN_SINGLE_MARKS = re.compile(r"(?<!\w)['‘](?=\w)(?:[^'‘’]|(?<=\w)['’](?=\w))*['’](?!\w)")
_OPENS_IN_SINGLE_MARKS = re.compile(r"['‘](?=[A-Z])")
_CLOSES_A_SINGLE_MARK = re.compile(r"['’](?!\w)")
_OPENING = re.compile(r"(?:[\"“] )?[\"'“‘«(\[<$£€]*([\w'’]+)")
_CONNECTIVE = re.compile(r"(?P<word>[A-Z][a-z]+)(?P<comma>,)? (?=[\w“\"‘'$£€])")
_SUBORDINATE = re.compile(r"[^,]{10,150}, (?!(?:he|she|it|they|his|her|its|their|this|that)\b)[\w“\"]")
_NAMES_ITS_PRONOUN = re.compile(r".{10,150}?\bbut (?:[\w-]+ ){0,4}[A-Z][\w'’-]+ [A-Z]")
_NAME = re.compile(r"\b(?!I\b)[A-Z][\w.'’-]+|\b(?:the|a|an|his|her|their|its|one) [a-z]")
_NO_PRONOUNS = frozenset({"US", "Us"})
_PRONOUN_SPEAKS = re.compile(r"\b(?:he|she|they|it|who) (?:\w+ly |also |then )?(\w+)")
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
_PROPER_STOP = re.compile(r"(?<!\.\.)[.!][\"'”’»)\]]*$|[。！]$")
_PARTS_NO_WORDS = re.compile("[\u3041-\u30ff\u4e00-\u9fff\u0e00-\u0e7f]")


class _Phrases:
    """Some phrases, to be found where a word begins."""

    def __init__(self, phrases: Sequence[str], pattern: re.Pattern[str] | None = None) -> None:
        self._phrases = tuple(phrases)
        self._pattern = pattern or re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + ")")

    def narrowed_to(self, text: str) -> _Phrases:
        """Give those that stand anywhere in ``text``: an article holds few, and its sentences are asked for these alone."""
        return _Phrases([phrase for phrase in self._phrases if phrase in text], self._pattern)

    def are_in(self, text: str) -> bool:
        # Nearly every sentence holds none of them, and that is told ten times faster without the pattern.
        return any(map(text.__contains__, self._phrases)) and self._pattern.search(text) is not None

    def open(self, text: str) -> bool:
        return text.startswith(self._phrases)


@dataclass(frozen=True)
class _Lexicon:
    pronouns: frozenset[str]
    expletives: frozenset[str]
    stands_alone: _Phrases
    connectives: frozenset[str]
    dispensable: frozenset[str]
    coordinating: frozenset[str]
    bound: frozenset[str]
    subordinating: frozenset[str]
    first_person: frozenset[str]
    second_person: frozenset[str]
    saying: frozenset[str]
    opinion: _Phrases
    appeal: _Phrases
    boilerplate: _Phrases
    no_news: _Phrases
    instruction: _Phrases
    machine: _Phrases
    commanding: frozenset[str]

    def narrowed_to(self, text: str) -> _Lexicon:
        """Give the lexicon for the sentences of ``text`` alone."""
        plain = _plain(text)
        return replace(
            self,
            opinion=self.opinion.narrowed_to(plain),
            appeal=self.appeal.narrowed_to(plain),
            boilerplate=self.boilerplate.narrowed_to(plain),
            instruction=self.instruction.narrowed_to(plain),
            machine=self.machine.narrowed_to(plain),
        )


@cache
def lexicon() -> _Lexicon:
    data: dict[str, Any] = tomllib.loads(files("briefreader.text").joinpath("data/keypoints.toml").read_text("utf-8"))
    entries: dict[str, Any] = {
        name: frozenset(value.split()) if isinstance(value, str) else _Phrases(value) for name, value in data.items()
    }
    return _Lexicon(**entries)


def objections(sentences: Sequence[str], kinds: Sequence[BlockKind]) -> list[str | None]:
    """Give for each of an article's sentences, of blocks of these ``kinds``, why it may not be a key point, or ``None``.

    The article's first leans on nothing: "It is no secret that", "He holds no office, but Jan Olsen rules the port".
    """
    said = lexicon().narrowed_to("\n".join(sentences))
    found = [
        _objection(sentence, kind, said, first=i == 0) for i, (sentence, kind) in enumerate(zip(sentences, kinds, strict=True))
    ]
    addressed = found.count(ADDRESS)
    if addressed >= _FEWEST_ADDRESSED and addressed >= _SPEAKS_TO_ITS_READER * (addressed + found.count(None)):
        return [None if one == ADDRESS else one for one in found]
    return found


def without_quotations(text: str) -> str:
    """Give the text with a blank for each quotation in double marks; those in single marks stay."""
    return _QUOTATION.sub(" ", text) if '"' in text or "“" in text or "«" in text else text


def without_single_quotations(text: str) -> str:
    """Give the text with a blank for each quotation in single marks, as British papers set them; apostrophes stay."""
    return _QUOTATION_IN_SINGLE_MARKS.sub(" ", text) if "'" in text or "‘" in text else text


def _plain(text: str) -> str:
    return text.replace("’", "'").lower()


def _objection(sentence: str, kind: BlockKind, said: _Lexicon, *, first: bool) -> str | None:  # noqa: PLR0911  (a guard, a line)
    if sentence.rstrip("\"'”’»)] ").endswith(("?", "？")):
        return "is a question"
    fragment = _fragment(sentence, kind)
    if fragment is not None:
        return fragment
    plain = _plain(sentence)
    outside = without_quotations(sentence)
    spoken = {word.lower().replace("’", "'") for word in words(outside)}
    if _is_unbalanced(sentence):
        return "has an open quotation or bracket"
    if said.boilerplate.are_in(plain):
        return "is about the page"
    if said.appeal.are_in(plain):
        return "speaks to the reader"
    if said.opinion.are_in(plain):
        return "is an opinion"
    if said.instruction.are_in(plain) or (said.machine.are_in(plain) and not said.commanding.isdisjoint(spoken)):
        return "is addressed to a machine"
    if not said.first_person.isdisjoint(spoken) and _is_first_person(outside):
        return "is in the first person"
    return (
        _unattributed(sentence, outside, spoken, kind)
        or (None if after_connective(sentence) else _leaning(sentence.replace("’", "'"), first=first))
        or (None if said.second_person.isdisjoint(spoken) else ADDRESS)
    )


def tells_no_news(text: str) -> bool:
    """Whether a sentence only tells that nobody commented; "welcomed the deal but declined to comment" tells more."""
    plain = _plain(text)
    return lexicon().no_news.are_in(plain) and " but " not in plain


def leans(text: str) -> bool:
    """Whether a point opens with a pronoun or a connective, so that the sentence before has to stand beside it."""
    return _leaning(text.replace("’", "'"), first=False) is not None


def after_connective(text: str) -> int:
    """Give where the sentence goes on after an opening connective if it stands alone from there, else 0.

    "But the bank said no" says the same without its first word. "But it said no" would lean on the sentence before.
    """
    match = _CONNECTIVE.match(text)
    if match is None or match["word"].lower() not in lexicon().dispensable:
        return 0
    rest = text[match.end() :].replace("’", "'")
    is_parted = match["comma"] or match["word"].lower() in lexicon().coordinating or not rest[0].islower()
    leans = _opening(rest) in lexicon().bound | lexicon().first_person or _leaning(rest, first=False)
    return 0 if leans or not is_parted else match.end()


def _opening(text: str) -> str:
    match = _OPENING.match(text)
    return match.group(1).lower().split("'")[0] if match else ""


def _leaning(text: str, *, first: bool) -> str | None:
    opening = _opening(text)
    if first and (opening in lexicon().expletives or _NAMES_ITS_PRONOUN.match(text)):
        return None
    if lexicon().stands_alone.open(text.lower()):
        return None
    if opening in lexicon().subordinating and _SUBORDINATE.match(text):
        return None
    if opening in lexicon().pronouns:
        return PRONOUN
    return "opens with a connective" if opening in lexicon().connectives else None


def _is_first_person(outside_quotes: str) -> bool:
    """Whether the writer says "I" or "we"; "US" and the Roman number of "Part I" and "World War I" are neither."""
    found = words(outside_quotes.replace("War I", "War").replace("Part I", "Part"))
    own = lexicon().first_person
    return any(word.lower().replace("’", "'") in own and word not in _NO_PRONOUNS for word in found)


def _is_unbalanced(text: str) -> bool:
    if _OPENS_IN_SINGLE_MARKS.match(text) and not _CLOSES_A_SINGLE_MARK.search(text, 1):
        return True
    return text.count('"') % 2 == 1 or any(text.count(opening) != text.count(closing) for opening, closing in _PAIRS)


def _fragment(text: str, kind: BlockKind) -> str | None:  # noqa: PLR0911  (a guard, a line)
    found = words(text[after_connective(text) :])
    if _PARTS_NO_WORDS.search(text):
        return None if len(text) >= _FEWEST_CHARACTERS else "is too short"
    if len(found) < _FEWEST_WORDS:
        return "is too short"
    if len(found) > _MOST_WORDS:
        return "is too long"
    opening = _OPENING.match(text)
    if opening is None or opening.group(1).islower():
        return "begins in the middle"
    if kind != "list_item" and not _PROPER_STOP.search(text):
        return "does not end"
    letters = sum([len(word) for word in found if not word[0].isdigit()])
    if letters < _SHARE_OF_LETTERS * (len(text) - text.count(" ")) or text.isupper():
        return "is not running text"
    return None


def _unattributed(text: str, outside: str, spoken: set[str], kind: BlockKind) -> str | None:
    """A quotation is a point only with its speaker: a verb of saying and a name or a noun, not "he said"."""
    outside = without_single_quotations(outside)
    if kind != "quote" and len(outside.strip()) > (1 - _MOSTLY_QUOTED) * len(text):
        return None
    if lexicon().saying.isdisjoint(spoken):
        return "is a quotation without its speaker"
    if _says_a_pronoun(outside):
        return UNNAMED_SPEAKER
    return None if _NAME.search(outside) else "is a quotation without its speaker"


def _says_a_pronoun(outside_quotes: str) -> bool:
    """Whether the speaker is "he" ("he said on Monday", "she told the court"), who is named in another sentence."""
    match = _PRONOUN_SPEAKS.search(outside_quotes.lower())
    return match is not None and match.group(1) in lexicon().saying
