"""What a reader in a terminal sees of each outcome, at any width and without one."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as run
from rich.console import Console

from bot.model.entries import Pack, Place, Source
from bot.model.reply import Ranked, Reply, Verdict, Why
from bot.render.terminal import render
from tests.golden import kept
from tests.render import replies
from tests.render.replies import ANSWER, CLARIFY, CORRECT, DECLINE, FOOTNOTE

GOLDEN = Path(__file__).with_name("golden")
OUTCOMES = {"answer": ANSWER, "correct": CORRECT, "clarify": CLARIFY, "decline": DECLINE}
PLACE = Place("sources.yaml", 1)


def shown(reply: Reply, packs: tuple[Pack, ...] = (), **terminal: object) -> str:
    """What a console of this kind shows."""
    console = Console(file=io.StringIO(), markup=True, highlight=False, **terminal)  # type: ignore[arg-type]
    console.print(render(reply, packs), crop=False, soft_wrap=not console.is_terminal)
    return console.file.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_pipe_gets_whole_lines_without_colour(outcome: str) -> None:
    """A reply in a pipe is plain text, a paragraph a line."""
    actual = shown(OUTCOMES[outcome])
    assert kept(GOLDEN / f"{outcome}.txt", actual) == actual


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_narrow_terminal_is_kept_to(outcome: str) -> None:
    """At 40 columns lines are wrapped at words, aligned, and only a link is longer."""
    actual = shown(OUTCOMES[outcome], width=40, force_terminal=True, color_system=None)
    assert kept(GOLDEN / f"{outcome}.40.txt", actual) == actual
    assert [] == [line for line in actual.splitlines() if len(line) > 40 and "https://" not in line]


def test_outcomes_differ_without_colour() -> None:
    """The first line tells the four outcomes apart by symbol and words."""
    firsts = [shown(reply).splitlines()[0] for reply in OUTCOMES.values()]
    assert ["✓ Answer", "≠ Not as the report has it", "? Did you mean", "∅ The report does not say"] == firsts


def test_only_a_known_gap_is_said_of_the_report() -> None:
    """What no curated answer covers, the report may well say."""
    decline = replace(DECLINE, gap=None, says="No curated answer covers this.")

    assert "∅ No curated answer" == shown(decline).splitlines()[0]


def test_curated_text_is_never_markup() -> None:
    """Brackets, emoji codes and escapes of a curator are shown as letters, or not at all."""
    text = shown(replace(ANSWER, short="[red]Forty[/red] :smile: \x1b[31m\u202eferries[/]"))
    assert "  [red]Forty[/red] :smile: [31mferries[/]" in text.splitlines()


def test_what_was_not_read_is_said() -> None:
    """Under a footnote that leans on a report we have not read, the reader is told so."""
    gazette = Source(id="gazette", title="B", publisher="G", url="https://g.example", reports_on="survey", place=PLACE)
    survey = Source(
        id="survey", title="S", publisher="C", url="https://c.example", kind="survey", read=False, place=PLACE
    )
    pack = Pack(id="bridge", title="Bridge", sources={"gazette": gazette, "survey": survey})
    assert "  We have read the article, not the survey behind it." in shown(ANSWER, (pack,)).splitlines()


def test_a_title_is_not_repeated() -> None:
    """Footnotes from one source name its title once."""
    assert 1 == shown(replace(ANSWER, citations=(FOOTNOTE, FOOTNOTE))).count(FOOTNOTE.title)


def test_a_link_can_be_clicked() -> None:
    """In a terminal the whole address is a hyperlink to itself, on one line."""
    text = shown(ANSWER, width=40, force_terminal=True, color_system="truecolor")
    assert f";{FOOTNOTE.url}\x1b\\" in text
    assert 1 == sum(FOOTNOTE.url in line for line in text.splitlines())


def test_a_correction_never_begins_with_yes_or_no() -> None:
    """The verdict on the curated question is no verdict on the false premise."""
    text = shown(replace(CORRECT, short="No, it opens in spring 2022."))
    assert "  The report says: It opens in spring 2022." in text.splitlines()


def test_an_explanation_is_shown_in_words() -> None:
    """With why, the reading, the guards and the ranking stand below the reply."""
    why = Why(read_as="bridge open", phrasing="When does it open?", verdicts=(Verdict("numbers", "2020 is not there"),))
    trace = replace(ANSWER.trace, ranking=(Ranked("bridge-opening", 0.9),), why=why)
    lines = shown(replace(ANSWER, trace=trace)).splitlines()
    assert "  Guard      numbers: 2020 is not there" in lines
    assert "  Ranked     0.900 bridge-opening" in lines


@run(max_examples=60)
@given(replies.replies)
def test_any_reply_is_harmless(reply: Reply) -> None:
    """Whatever a reply holds, no control character, bidi mark or half of a pair reaches the terminal."""
    text = shown(reply, width=40, force_terminal=True, color_system=None, legacy_windows=False)
    plain = "\n".join(line for line in text.split("\n") if "\x1b]8;" not in line)
    assert set() == {c for c in plain if c not in "\n\u200d" and unicodedata.category(c) in {"Cc", "Cf", "Cs"}}
