"""Which language a text is in, told by its script and its commonest words; and whether the engine reads that language.

Method: the share of a text's words that are function words of a language, after the script has narrowed the choice
(Grefenstette, "Comparing two language identification schemes", 1995). The lists are in ``data/languages.toml``. A page's own
claim is only a prior: sites often declare the language of their template.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files

ANALYSED = "en"
"""The one language that key points' cue words and the negotiation codebook are written for."""

_SAMPLE = 20_000  # characters; more tell nothing new
_MIN_WORDS = 12
_MIN_SHARE = 0.08  # of words that are function words; running text of a listed language has .25 and more
_PRIOR = 1.3
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"[a-z]{2,3}")
# Scripts that are (nearly) one language's own, in order of test: kana tell Japanese before its Chinese characters do.
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff]+")),
    ("ko", re.compile("[\uac00-\ud7af]+")),
    ("zh", re.compile("[\u4e00-\u9fff]+")),
    ("el", re.compile("[\u0370-\u03ff]+")),
    ("he", re.compile("[\u0590-\u05ff]+")),
    ("th", re.compile("[\u0e00-\u0e7f]+")),
    ("ka", re.compile("[\u10a0-\u10ff]+")),
    ("hy", re.compile("[\u0530-\u058f]+")),
    ("hi", re.compile("[\u0900-\u097f]+")),
    ("bn", re.compile("[\u0980-\u09ff]+")),
    ("ta", re.compile("[\u0b80-\u0bff]+")),
    ("cyrillic", re.compile("[\u0400-\u04ff]+")),
    ("arabic", re.compile("[\u0600-\u06ff]+")),
)
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]+")


def detect(text: str, declared: str | None = None) -> str | None:
    """Give the language's ISO 639 code, or ``None`` where the text is too short or in no language that is known here.

    ``declared`` (``en-GB``, ``de_DE``) decides for a text too short to tell and tips the scale between close ones.
    """
    claim = _code(declared)
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script is None:
        return claim
    languages = _function_words().get(script)
    if languages is None:
        return claim if script in _SHARED_SCRIPTS and claim in _SHARED_SCRIPTS[script] else script
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < _MIN_WORDS:
        return claim
    counts = Counter(words)
    shares = {
        code: sum([counts[word] for word in common & counts.keys()]) / len(words) * (_PRIOR if code == claim else 1.0)
        for code, common in languages.items()
    }
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= _MIN_SHARE else claim if claim not in languages else None


# Languages that share a script with the one it is named for: only a claim can tell them apart here.
_SHARED_SCRIPTS = {"hi": {"mr", "ne"}, "bn": {"as"}, "he": {"yi"}, "zh": {"ja"}}


def is_analysed(language: str | None) -> bool:
    """Whether the engine reads ``language``. The unknown counts as read: it is a short text as a rule, and most are English."""
    return language is None or _code(language) == ANALYSED


def _code(declared: str | None) -> str | None:
    found = _CODE.match((declared or "").strip().lower().replace("_", "-").split("-")[0])
    return found[0] if found else None


def _script(sample: str) -> str | None:
    """The script of most letters; a text with a tenth of kana is Japanese."""
    latin = sum(map(len, _LATIN.findall(sample)))
    if len(sample) - len(sample.encode("latin-1", "ignore")) < latin / 10:  # quick, and true of nearly all that comes
        return "latin"
    letters = {name: sum(map(len, pattern.findall(sample))) for name, pattern in _SCRIPTS} | {"latin": latin}
    total = sum(letters.values())
    if not total:
        return None
    if letters["ja"] * 10 > total:
        return "ja"
    return max(letters, key=lambda name: letters[name])


@cache
def _function_words() -> dict[str, dict[str, frozenset[str]]]:
    """Script → language → its commonest words."""
    table = tomllib.loads(files("briefreader.text").joinpath("data/languages.toml").read_text(encoding="utf-8"))
    return {
        script: {code: frozenset(words.split()) for code, words in languages.items()} for script, languages in table.items()
    }
