"""The forms of English verbs."""

from __future__ import annotations

from typing import Literal

Form = Literal["base", "s", "past", "participle", "ing"]
_VOWELS = "aeiou"
_NOT_DOUBLED = ("w", "x", "y")
_STRESSED_ON_LAST = {"commit", "admit", "permit", "defer", "confer", "concur", "rebut", "rebuff", "abet", "scrap", "submit"}
_BE: list[tuple[str, Form]] = [
    ("be", "base"), ("is", "s"), ("are", "s"), ("'re", "s"), ("was", "past"), ("were", "past"), ("been", "participle"),
    ("being", "ing"),
]  # fmt: skip


def verb_forms(entry: str) -> list[tuple[str, Form]]:
    """Give every form of ``base`` or ``base,past,participle``, each with its name."""
    base, *irregular = entry.split(",")
    if base == "be":
        return _BE
    stem = base
    if _doubles(base):
        stem = base + base[-1]
    if base.endswith("e"):
        regular, ing = base + "d", (base[:-2] + "ying" if base.endswith("ie") else base[:-1] + "ing")
        if base.endswith(("ee", "oe", "ye")):
            ing = base + "ing"
    elif base.endswith("y") and base[-2] not in _VOWELS:
        regular, ing = base[:-1] + "ied", base + "ing"
    else:
        regular, ing = stem + "ed", stem + "ing"
    past, participle = irregular if len(irregular) == 2 else (regular, regular)
    forms: list[tuple[str, Form]] = [(base, "base"), (_third_person(base), "s"), (past, "past"), (ing, "ing")]
    if base.endswith(("al", "el", "il")) and not irregular:
        # British "cancelled", "unravelling".
        forms += [(base + "led", "past"), (base + "ling", "ing")]
    if participle != past or participle == base:
        forms.append((participle, "participle"))
    return forms


def _third_person(base: str) -> str:
    if base == "have":
        return "has"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _doubles(base: str) -> bool:
    """Whether the last consonant doubles: in words of one syllable (stop, stopped) and some stressed on the last."""
    if (
        len(base) < 3
        or base[-1] in _VOWELS
        or base.endswith(_NOT_DOUBLED)
        or base[-2] not in _VOWELS
        or base[-3] in _VOWELS.replace("u", "" if "qu" in base else "u")
    ):
        return False
    return sum(letter in _VOWELS for letter in base.replace("qu", "q")) == 1 or base in _STRESSED_ON_LAST
