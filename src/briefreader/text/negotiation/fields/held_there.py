"""How surely talks are held at a place, by what the sentence tells beside it, and whether that is the news."""

from __future__ import annotations

from briefreader.text.negotiation.codebook import word_list
from briefreader.text.negotiation.sentence.reading import Line

# How far from the talks a place may stand; further behind a date: "talks between … next week in Querrin".
REACH, DATED_REACH = 12, 22
# In so many sentences a day of the week is of the news, not of its background.
NEWS = 2
ONLY_NAMED, WEAK = 0.4, 0.5
# How far before a place it may stand that talks were held, and behind it how they ended.
TALKED, ENDED = 14, 10


def goes_there(line: Line, at: int) -> bool:
    """Whether somebody goes to the place: "went to the Marlin hotel"."""
    return bool(word_list("goes_there") & set(line.words.low[max(0, at - 2) : at]))


def nearness(line: Line, at: int) -> float:
    """How surely talks are held at the place: fully beside an event of meeting, less beside the mere word."""
    fresh = is_fresh(line, at)
    if line.rank > 0 and _is_history(line, at):
        return 0.0
    kinds = word_list("meeting_kinds") | (word_list("goes_for") if goes_there(line, at) else frozenset())
    events = [event for event in line.events if event.meaning in kinds and (fresh or event.status != "past")]
    if any(_is_near(line.words.low, at, event.first, event.last) for event in events):
        return 1.0 if any(event.core for event in events) else WEAK
    if _is_there_to_talk(line.words.low, at) or _is_proposed(line.words.low, at):
        return WEAK
    if is_fresh(line, at) and _takes_place(line, at):
        return WEAK
    told_as_past = any(event.status == "past" for event in line.events) and not fresh
    nouns = [match for match in line.matches if match.reading.name in {"talks", "meeting"} and match.reading.part == "noun"]
    named = any(abs(at - noun.last) <= REACH and not _is_apart(line.words.low, at, noun.first) for noun in nouns)
    return ONLY_NAMED if named and not told_as_past else 0.0


def _is_near(low: list[str], at: int, first: int, last: int) -> bool:
    """Whether a meeting is told within reach of the place, and not in another clause: "a bomb in Dunmar as talks began"."""
    dated = bool((word_list("weekdays") | word_list("spans_of_time")) & set(low[max(0, at - 2) : at - 1]))
    dated = dated or (first < at and low[at + 1 : at + 2] == ["on"] and bool(word_list("weekdays") & set(low[at + 2 : at + 3])))
    if min(abs(at - first), abs(at - last)) > (DATED_REACH if dated else REACH):
        return False
    start, end = (at, first) if at < first else (last + 1, at)
    # "For the third time in as many weeks" is no other clause.
    return not any(low[place] in word_list("other_clauses") and low[place + 1] != "many" for place in range(start, end))


def _is_apart(low: list[str], at: int, noun: int) -> bool:
    """Whether something else happens at the place: "a bomb in Dunmar hours before peace talks", "police in Dunmar … as"."""
    return not (word_list("other_clauses") | {"before", "after"}).isdisjoint(low[at:noun])


def _is_history(line: Line, at: int) -> bool:
    """Whether the place only tells which of the earlier talks is meant: "the pact signed in Dunmar"."""
    low = line.words.low
    told = low[max(0, at - 2) : max(0, at - 1)]
    if "had" in low[max(0, at - 12) : at]:
        return True
    # "The protocol, signed in Dunmar, will", told near the top, is the news itself.
    news = 0 <= line.rank <= NEWS and low[max(0, at - 3) : at - 2] == [","]
    named_by_it = (
        bool(told)
        and not news
        and told[0] in word_list("done_at_a_place")
        and not word_list("auxiliaries") & set(low[max(0, at - 4) : at - 2])
    )
    return named_by_it or bool(word_list("reactions") & set(low[max(0, at - 4) : at]))


def is_fresh(line: Line, at: int) -> bool:
    """Whether the lead tells of the last days: "after talks in Dunmar on Thursday", "in Dunmar this week".

    So is what came of the talks: "announced a deal after talks in Dunmar", "after talks in Dunmar broke down".
    """
    if not 0 <= line.rank < NEWS:
        return False
    after = line.words.low[at + 1 : at + 4]
    return bool(word_list("weekdays") & set(after)) or after[:2] == ["this", "week"] or _came_of_it(line, at)


def _came_of_it(line: Line, at: int) -> bool:
    """Whether the place is that of the talks after which the news happened."""
    low = line.words.low
    start = next((place for place in range(at - 1, max(-1, at - TALKED), -1) if low[place] == "after"), None)
    if start is None or word_list("earlier_talks") & set(low[start + 1 : at]):
        return False
    ended = any(event.meaning in word_list("ends_talks") and 0 < event.first - at <= ENDED for event in line.events)
    talked = bool(word_list("of_a_venue") & set(low[start + 1 : at + 3]))
    came = low[at:] if start == 0 else low[:start]
    return talked and (ended or bool(word_list("comes_of_talks") & set(came)))


def _is_there_to_talk(low: list[str], at: int) -> bool:
    """ "A team is in Dunmar to negotiate": where somebody is in order to talk."""
    return (
        bool(word_list("be") & set(low[max(0, at - 4) : at - 1]))
        and low[at + 1 : at + 2] == ["to"]
        and bool(word_list("comes_to") & set(low[at + 2 : at + 4]))
    )


def _is_proposed(low: list[str], at: int) -> bool:
    """ "Proposed Dunmar as the site of peace talks"."""
    return low[at + 1 : at + 3] == ["as", "the"] and bool(word_list("sites") & set(low[at + 3 : at + 5]))


def _takes_place(line: Line, at: int) -> bool:
    """ "The committee will convene in Dunmar on Friday", "a deal, to be signed in Dunmar on Friday"."""
    before = line.words.low[max(0, at - 8) : at]
    to_be_done = before[-4:-2] == ["to", "be"] and before[-2] in word_list("done_at_a_place")
    return bool(line.matches) and (to_be_done or bool(word_list("takes_place") & set(before)))
