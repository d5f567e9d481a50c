"""Invented paragraphs of many domains: labour, peace, truces, mergers, trade, arms, debt, budgets, coalitions, climate, sport,
courts, prisoner swaps, and other news. Each has the stage and the direction that a careful reader gives it."""

from __future__ import annotations

from pathlib import Path

from invented import status

from briefreader.text.negotiation.tables import lines_of

PARAGRAPHS = Path(__file__).with_name("invented_paragraphs.tsv")
DIRECTIONS = {"improving": "+", "deteriorating": "-", "unchanged": "=", None: "0"}


def test_every_paragraph_has_its_stage_and_its_direction() -> None:
    wrong = []
    for number, (_, stages, directions, title, text) in lines_of(PARAGRAPHS.read_text(encoding="utf-8")):
        told = status(text, title=title, published="2026-03-20")
        found = (told.stage if told else "none", DIRECTIONS[told.direction if told else None])
        if found[0] not in stages.split(",") or (stages != "none" and found[1] not in directions.split(",")):
            wrong.append(f"line {number}: {title}: {found[0]} {found[1]}, not {stages} {directions}")
    assert not wrong, "\n".join(wrong)
