"""Piping the brief to a command: one argv, no shell, the brief on its input, never longer than its time."""

from __future__ import annotations

import asyncio
import gc
import sys

import pytest
from screen_fixtures import Opener, presses

from briefreader.ui.piping import run_command

PYTHON = sys.executable


async def test_a_command_gets_the_text_and_no_shell_reads_it() -> None:
    assert (await run_command("cat", "one\ntwo")).output == "one\ntwo"
    assert (await run_command("echo '$HOME' `id` > x; ls |wc")).output == "$HOME `id` > x; ls |wc\n"
    assert (await run_command("echo", more=("a b",))).output == "a b\n"


async def test_a_failure_is_an_outcome_in_words() -> None:
    assert (await run_command(f"{PYTHON} -c 'raise SystemExit(3)'", "text" * 100_000)).words == "ended with exit code 3"
    assert "cannot be started: No such file" in (await run_command("no-such-program-here")).words
    assert "No closing quotation".lower() in (await run_command("sed 's/")).words
    assert "name of a program" in (await run_command("-c ls")).words
    assert "name of a program" in (await run_command("")).words


async def test_what_takes_too_long_is_stopped_with_its_children_and_endless_output_is_cut() -> None:
    script = "import subprocess; subprocess.run(['sleep', '60'])"
    outcome = await run_command(f'{PYTHON} -c "{script}"', seconds=1)
    assert outcome.words == "stopped: it took longer than 1 s"
    assert outcome.exit_code is None
    endless = await run_command("yes", seconds=0.5)
    assert endless.output.endswith("the rest is left out")


async def test_what_a_command_leaves_running_does_not_hold_it_up() -> None:
    command = "import subprocess; subprocess.Popen(['sleep', '3']); print('started')"
    outcome = await run_command(f'{PYTHON} -c "{command}"', seconds=30)
    assert (outcome.output, outcome.exit_code) == ("started\n", 0)


@pytest.mark.parametrize("command", ["yes", "sleep 60", "sh -c 'exec 3<&0; sleep 3 <&3 &'"])
def test_however_it_is_cut_short_nothing_of_it_is_left_open(command: str) -> None:
    async def quits_meanwhile() -> None:
        running = asyncio.create_task(run_command(command, "text" * 100_000))
        for _ in range(5):
            await asyncio.sleep(0.01)
        running.cancel()
        await asyncio.sleep(0)  # and the loop, which ends here, cancels it once more

    asyncio.run(quits_meanwhile())
    gc.collect()  # what was left open would warn, which is an error here


@presses("pipe")
async def test_the_brief_is_piped_and_the_output_is_shown_without_control_characters(open_screen: Opener) -> None:
    async with open_screen() as reader:
        await reader.press("n", "n", "|")
        assert "Pipe the brief to a command" in reader.text
        await reader.enter(f"{PYTHON} -c \"print('\\x1b[31m' + input() + '\\x07')\"")
        await reader.until(lambda: "[31m---" in reader.text)
        assert "done" in reader.text
        assert "\x1b" not in reader.text
        await reader.press("escape", "|")
        assert reader.app.screen.query_one("Input").value.startswith(PYTHON)  # type: ignore[attr-defined]


async def test_a_command_without_output_is_told_in_the_header_and_of_a_selection_all_are_piped(open_screen: Opener) -> None:
    async with open_screen(pipe="grep -c zzzz") as reader:
        await reader.press("v", "v", "|")
        assert "Pipe 2 briefs" in reader.text
        await reader.press("enter")
        await reader.until(lambda: "ended with exit code 1" in reader.text)
        await reader.press("escape")
        await reader.press("|")
        await reader.enter("true")
        await reader.until(lambda: reader.app.screen is reader.main)
        assert "true: done" in reader.toasts[-1]
