"""Replies over the invented report, as a reader would see them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.model.reply import Answer, Clarify, Correct
from tests import hollin
from tests.golden import kept

if TYPE_CHECKING:
    from bot.model.reply import Footnote, Reply

GOLDEN = Path(__file__).parent / "golden"
CONVERSATIONS = {
    "answers": [
        ["Did Tarnia attack Hollin?"],
        ["was it the Tarnian fleet that raided Hollin?"],
        ["how often did they shell the island?"],
        ["what was the purpose of shelling Hollin?"],
        ["who bankrolls the Grey Gulls"],
        ["What does Ida Holm think of the sea wall?"],
        ["is the wall any good, says the analyst"],
        ["did exports of herring fall"],
        ["will velmark pull its patrols out?"],
        ["wher is holin"],
        ["was the lighthouse hit?"],
        ["when was the first raid?"],
    ],
    "premises": [
        ["Was Tarnia attacked by Hollin?"],
        ["Did the Grey Gulls pay Tarnia?"],
        ["Were there nine raids on Hollin?"],
        ["by how much did herring exports rise?"],
        ["Did the Tarnian navy never raid the island of Hollin?"],
        ["Why did Russia attack Hollin?"],
    ],
    "declines": [
        ["hello"],
        [""],
        ["best pizza recipe"],
        ["when was the lighthouse destroyed"],
        ["how many raids were there on Skarn"],
        ["what does the wall cost?"],
        ["were any prisoners taken?"],
    ],
    "follow_ups": [
        ["Why did Tarnia attack Hollin?", "who said that?"],
        ["Why did Tarnia attack Hollin?", "how sure is that?"],
        ["Did Tarnia attack Hollin?", "when?"],
        ["Why did Tarnia attack Hollin?", "when?"],
        ["Would a sea wall help?", "source?"],
        ["Would a sea wall help?", "exact words?"],
        ["How many raids were there on Hollin?", "and on Skarn?"],
    ],
}


def hands(cite: Footnote) -> str:
    """The chain of a footnote, from originator to outlet."""
    return " → ".join(f"{hand.who} ({hand.verb})" for hand in cite.chain)


def shown(reply: Reply) -> str:
    """A reply without its figures, which move with every phrasing of the pack."""
    lines = [reply.outcome.upper()]
    if isinstance(reply, Correct):
        lines.append(f"presumed: {reply.presumed}")
    if isinstance(reply, (Answer, Correct)):
        lead = reply.lead if isinstance(reply, Answer) else None
        lines += [line for line in (lead, reply.short, reply.detail, reply.hedge and f"hedge: {reply.hedge}") if line]
        lines += [f"[{cite.basis}] {hands(cite)} ¶{cite.paragraph} {cite.url}" for cite in reply.citations]
    elif isinstance(reply, Clarify):
        lines += [f"- {option.question}" for option in reply.options]
    else:
        lines += [f"({reply.reason})", reply.says, *([reply.searched] if reply.searched else [])]
    return "\n".join(f"    {line}" for line in lines)


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_replies(name: str) -> None:
    """Whole replies: outcome, words and footnote."""
    parts = [
        "\n".join([*(f"> {question}" for question in asked), shown(hollin.ask(asked[-1], *asked[:-1]))])
        for asked in CONVERSATIONS[name]
    ]
    actual = "\n\n".join(parts) + "\n"

    assert kept(GOLDEN / f"{name}.txt", actual) == actual
