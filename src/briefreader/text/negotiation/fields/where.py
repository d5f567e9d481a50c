"""Whether a place is said to be where people meet, or go to meet, by the words that lead to it."""

from __future__ import annotations

from briefreader.text.negotiation.codebook import Codebook, word_list
from briefreader.text.negotiation.sentence.reading import Line

# How many words may stand between "in" and the place: "in the northern town of Querrin", "at a downtown Querrin hotel".
LED_TO = 7
# Further down than so many sentences, a visit is one of those that went before.
LED_BY_VISITS = 2


def is_where(line: Line, at: int, length: int, book: Codebook) -> bool:
    """Whether a place is said to be where people meet or go to meet; not where somebody only spoke or serves."""
    low = line.words.low
    after = low[at + length : at + length + 3]
    if _begins_a_body(line, at + length, book):
        return False
    if _names_talks(after) or word_list("hosting") & set(after[:2]) or _is_called_venue(low, at + length):
        return True
    way = _way(line, at, length)
    # "Left Dunmar for Querrin".
    left_it = low[way] == "left" and after[:1] == ["for"]
    if way < 0 or left_it or line.words.possessive[at + length - 1]:
        return False
    if low[way - 1] == "," and low[way] in {"outside", "near"} and line.words.surface[way - 2][0].isupper():
        # "In Querrin, outside Dunmar".
        return False
    if low[way] in word_list("goes_there"):
        return _goes_to_talk(low, way, at + length) or _visits_to_talk(line, way)
    holds = low[way] in {"in", "at", "near"} and only_holds_there(low, way, line.words.surface[at], book)
    return not (holds or (low[way] in {"in", "at"} and _is_elsewhere(low, way)))


def _begins_a_body(line: Line, after: int, book: Codebook) -> bool:
    """Whether a place is only the beginning of a body's name: "the Dunmar Cooperation Organization"."""
    surface, low = line.words.surface, line.words.low
    while after < len(low) and surface[after][0].isupper() and not line.words.possessive[after - 1]:
        if low[after] in book.lists["organisation_words"]:
            return True
        after += 1
    return False


def _way(line: Line, at: int, length: int) -> int:
    """Where the word stands that leads to the place: "in", "at", "aboard", "to"; -1 where none does.

    Between them may stand its kind and its land: "in the lakeside town of", "in Ostland's", "on the sidelines of the".
    """
    low = line.words.low
    kinds = word_list("kinds_of_place") | word_list("kinds_of_building")
    kind = bool(kinds & set(low[at + length : at + length + 1]))
    for back in range(at - 1, max(-1, at - 1 - LED_TO), -1):
        if _leads_there(low, back):
            return back
        kind = kind or low[back] in kinds
        if not _describes(line, back, kind):
            return -1
    return -1


def _leads_there(low: list[str], back: int) -> bool:
    word = low[back]
    return (
        word in word_list("venue_before") | word_list("goes_there") | word_list("aboard") | word_list("sidelines")
        or (word == "on" and "island" in low[back : back + LED_TO])
        or low[max(0, back - 1) : back + 1] == ["hosted", "by"]
    )


def _describes(line: Line, back: int, kind: bool) -> bool:
    """Whether a word before a place goes with it: its article, its land, and anything before its kind."""
    word, before = line.words.low[back], line.words.low[back - 1] if back else ""
    if word == ",":
        return before in word_list("kinds_of_place")
    if word in word_list("no_way_there"):
        return False
    if word == "of":
        return kind or before in word_list("kinds_of_place") | word_list("sidelines")
    plain = word == "the" or word in word_list("before_a_country") or line.words.possessive[back]
    return plain or kind or line.words.surface[back][0].isupper()


def _names_talks(after: list[str]) -> bool:
    """Whether talks go by the place's name: "the Dunmar talks", "the Dunmar peace talks"; but no "Dunmar peace process"."""
    if after[:1] == ["peace"]:
        return _names_talks(after[1:])
    return bool(after) and after[0] in word_list("of_a_venue") - {"process", "format", "peace"}


def _is_called_venue(low: list[str], after: int) -> bool:
    """ "Dunmar is the venue for the talks", "Dunmar was chosen as the site of the talks", "Dunmar, site of the talks"."""
    told = low[after : after + LED_TO]
    if told[:2] == ["as", "the"] and word_list("sites") & set(told[2:4]):
        return not word_list("of_a_venue").isdisjoint(low[after:])
    if told[:1] == [","] and word_list("sites") & set(told[1:3]):
        return not word_list("of_a_venue").isdisjoint(told[3:])
    return bool(word_list("be") & set(told[:1]) and word_list("sites") & set(told)) or (
        told[:1] == ["will"] and "host" in told[:3]
    )


def _is_elsewhere(low: list[str], way: int) -> bool:
    """Whether somebody only spoke or serves there: "told a rally in Dunmar", "the ambassador in Dunmar"."""
    if low[way - 1] == "conference" and low[way - 2] in word_list("conferences_on"):
        # "A climate conference in Dunmar" is where they negotiate, a news conference is not.
        return speaks_there(low, way)
    return speaks_there(low, way) or low[way - 1] in word_list("speaks_there") | word_list("posted_there")


def speaks_there(low: list[str], way: int) -> bool:
    return bool({"speaking", "told"} & set(low[max(0, way - 5) : way]))


def only_holds_there(low: list[str], way: int, place: str, book: Codebook) -> bool:
    """Whether a place is only where a truce holds or a war is: "a ceasefire in Ostland", but "signed a ceasefire in Dunmar"."""
    if not word_list("is_there") & {low[way - 1], *(low[way - 2 : way - 1] if low[way - 1].endswith("ed") else ())}:
        return False
    talked = not word_list("of_a_venue").isdisjoint(low[:way])
    if talked and place not in book.actors and low[way + 2 : way + 3] == ["on"] and low[way + 3] in word_list("weekdays"):
        # "Talks on the war in Ostland in Dunmar on Friday", "talks aimed at ending the war in Dunmar on Friday".
        return False
    # "Agreed on a ceasefire in Dunmar" says where it holds; one signed there, or agreed "in Dunmar on Monday", was made there.
    dated = low[way + 2 : way + 3] == ["on"] and low[way + 3] in word_list("weekdays")
    made = word_list("made_there") if dated and place not in book.actors else word_list("signs_there")
    return not made & set(low[max(0, way - 5) : way - 1])


def _goes_to_talk(low: list[str], way: int, after: int) -> bool:
    """ "Envoys flew to Dunmar on Monday for talks", "went to Dunmar to meet the rebels", "the talks moved to Dunmar"."""
    if low[way - 1] == "back":
        return False
    if low[way] == "to" and word_list("moved") & set(low[max(0, way - 1) : way] + low[max(0, way - 3) : way - 2]):
        return True
    behind = low[after : after + 8]
    if "for" in behind and word_list("of_a_venue") & set(behind[behind.index("for") :]):
        return True
    return any(word == "to" and word_list("comes_to") & set(behind[at + 1 : at + 3]) for at, word in enumerate(behind))


def _visits_to_talk(line: Line, way: int) -> bool:
    """ "Discussed a truce during his visit to Dunmar", "flew to Dunmar and met the rebels": told near the top."""
    low = line.words.low
    goes = line.rank <= LED_BY_VISITS and low[way - 1] in word_list("visiting")
    return goes and not word_list("talked_there").isdisjoint(low)
