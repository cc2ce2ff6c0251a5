"""Asking on Discord, as a person does it: by slash, by mention, in a direct message."""

from __future__ import annotations

import asyncio
import logging
import re
import threading
from pathlib import Path

import discord
import pytest

from bot.discord_bot.client import intents
from bot.render.twin import twin
from tests.discord_bot import worlds
from tests.discord_bot.desks import FakeDesk
from tests.discord_bot.worlds import hollin_world, labels, world
from tests.golden import kept

GOLDEN = Path(__file__).parent / "golden"


def title(message: object) -> str | None:
    """The title of a message's first card."""
    return message.embeds[0].title  # type: ignore[attr-defined]


async def test_slash_answers_with_a_card_and_buttons() -> None:
    """`/ask` shows the question, the card and the follow-ups, for everybody."""
    async with world() as here:
        shown = (await here.alice.slash(here.channel, "ask", question="when does it open")).response
        assert shown
        assert shown.content == "> when does it open"
        assert title(shown) == "When does the bridge open?"
        assert labels(shown) == ["Who said it", "Exact words", "How sure", "When", "Why this answer", "Delete"]
        assert not shown.ephemeral


async def test_private_asking_is_seen_by_the_asker_alone() -> None:
    """`private` makes the answer ephemeral."""
    async with world() as here:
        shown = (await here.alice.slash(here.channel, "ask", question="when", private=True)).response
        assert shown
        assert shown.ephemeral


async def test_suggestions_fit_and_carry_the_entry() -> None:
    """Autocomplete offers at most 25 curated questions of at most 100 characters, and a picked one is that answer."""
    async with world() as here:
        offered = await here.alice.autocomplete(here.channel, "ask", "question", "")
        assert len(offered) == 25
        assert all(0 < len(choice["name"]) <= 100 and len(choice["value"]) <= 100 for choice in offered)
        assert offered[1] == {"name": "What does it cost?", "value": "id:bridge-cost"}
        shown = (await here.alice.slash(here.channel, "ask", question="id:bridge-cost")).response
        assert shown
        assert (shown.content, title(shown)) == ("", "What does it cost?")


async def test_suggestions_go_on_where_the_clocks_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long Discord has waited is not told by its clock: it may be wrong, or stand still as the preview's does."""
    monkeypatch.setattr("bot.discord_bot.suggesting._LATE", 0.2)
    async with world() as here:
        await here.alice.autocomplete(here.channel, "ask", "question", "when")
        await asyncio.sleep(0.3)
        assert await here.alice.autocomplete(here.channel, "ask", "question", "what")


async def test_a_fault_among_suggestions_is_none_suggested(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Who types is not kept waiting by a fault of ours, which is one line without what was typed."""
    async with world() as here:
        monkeypatch.setattr(here.desk.answerer, "suggest", lambda *_: [].index("a secret"))
        assert [] == await here.alice.autocomplete(here.channel, "ask", "question", "a secret")
    assert ["somebody typing in channel"] == [line.message[:26] for line in caplog.records if line.levelname == "ERROR"]


async def test_a_picked_suggestion_that_is_gone_is_said_so() -> None:
    """A suggestion whose entry has left the pack gets a sentence, not silence."""
    async with world() as here:
        shown = (await here.alice.slash(here.channel, "ask", question="id:never-was")).response
        assert shown
        assert shown.ephemeral
        assert "no longer in the report's pack" in shown.content


async def test_a_mention_is_answered_as_a_reply() -> None:
    """A mention in a server is answered by a reply, and the mention is no part of the question."""
    async with world() as here:
        answer = await here.mention("when does it open")
        assert title(answer) == "When does the bridge open?"
        assert answer.reference is not None
        assert here.desk.answerer.heard == [("when does it open", ())]


async def test_every_direct_message_is_a_question() -> None:
    """A direct message needs no mention and is answered plainly."""
    async with world() as here:
        await here.alice.user.send_dm("when does it open")
        answer = here.alice.user.dm_channel.last_message
        assert answer
        assert title(answer) == "When does the bridge open?"
        assert answer.reference is None


async def test_an_empty_mention_is_greeted() -> None:
    """Somebody who only calls is greeted."""
    async with world() as here:
        answer = await here.mention("")
        assert answer.embeds[0].description == "Ask me about the bridge."


async def test_nobody_else_is_answered() -> None:
    """Talk that mentions nobody, and other bots, get no word."""
    async with world() as here:
        await here.alice.send(here.channel, "when does it open")
        robot = here.env.guild.add_member(here.env.create_user("robot", bot=True))
        await robot.send(here.channel, f"{here.me} when does it open")
        assert [message.author.name for message in here.channel.history()] == ["alice", "robot"]


async def test_a_follow_up_question_has_its_context_for_fifteen_minutes() -> None:
    """Earlier questions of the same person in the same channel go along, for a quarter of an hour."""
    async with world() as here:
        await here.mention("when does it open")
        await here.mention("who said that")
        bob = here.env.guild.add_member(here.env.create_user("bob"))
        await bob.send(here.channel, f"{here.me} and who said that")
        await here.env.advance_time(15 * 60 + 1)
        await here.mention("and who says so")
        contexts = [context for _, context in here.desk.answerer.heard]
        assert contexts == [(), ("when does it open",), (), ()]


async def test_nothing_that_is_asked_pings_or_formats() -> None:
    """A question full of mentions and markdown is shown letter by letter, and no body allows a mention."""
    asked = f"@everyone <@{42}> **bold** [x](https://evil.example)"
    async with world() as here:
        shown = (await here.alice.slash(here.channel, "ask", question=asked)).response
        await here.mention(asked)
        await here.alice.user.send_dm(asked)
        expected = "> @\u200beveryone \\<@\u200b42> \\*\\*bold\\*\\* \\[x\\](https\\://evil.example)"
        assert shown
        assert shown.content == expected
        allowed = [body["allowed_mentions"] for body in here.bodies() if "embeds" in body]
        assert [mentions["parse"] for mentions in allowed] == [[], [], []]
        assert not any(mentions.get("replied_user") for mentions in allowed)


async def test_an_endless_question_is_cut() -> None:
    """Ten thousand characters are answered like any others."""
    async with world() as here:
        shown = (await here.alice.slash(here.channel, "ask", question="why " * 1500)).response
        assert shown
        assert shown.embeds
        assert len(shown.content) <= 510
        assert len(here.desk.answerer.heard[0][0]) <= 1000


@pytest.mark.parametrize(
    ("command", "part"),
    [("source", "The Gazette, article"), ("help", "Ways to ask"), ("privacy", "What you can do")],
)
async def test_what_answers_no_question_is_shown_to_the_asker(command: str, part: str) -> None:
    """`/source`, `/help` and `/privacy` are cards for the asker alone."""
    async with world() as here:
        shown = (await here.alice.slash(here.channel, command)).response
        assert shown
        assert shown.ephemeral
        assert part in [field.name for field in shown.embeds[0].fields]


async def test_a_fault_of_ours_is_an_apology_and_a_log_line_without_the_question(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """When answering fails, the asker hears of it alone, and the log names the place."""
    async with world(strict=False) as here:
        shown = (await here.alice.slash(here.channel, "ask", question="boom")).response
        assert shown
        assert shown.ephemeral
        assert "Something went wrong" in shown.content
        assert (await here.mention("boom")).content == shown.content
    assert [record.levelno for record in caplog.records if record.name == "footnote.discord"] == [logging.ERROR] * 2


async def test_a_refusal_of_discord_is_an_apology_without_a_traceback(caplog: pytest.LogCaptureFixture) -> None:
    """When Discord refuses the answer once, the person is told, and the log has one line."""
    async with world(strict=False) as here:
        here.env.inject_error("POST", "/channels/*/messages", status=400, message="no")
        assert "Something went wrong" in (await here.mention("when")).content
        here.env.inject_error("POST", "/interactions/*/callback", status=400, message="no")
        shown = (await here.alice.slash(here.channel, "ask", question="when")).response
        assert shown
        assert "Something went wrong" in shown.content
    assert [record.exc_info for record in caplog.records if record.name == "footnote.discord"] == [None, None]


async def test_a_broken_pack_is_named_to_a_curator_alone() -> None:
    """The last good pack answers, and only where a curator looks on, the first problems are named."""
    problem = "\n".join(f"qa/bridge.yaml:{line}: no such key; take it out" for line in range(1, 9))
    async with world(FakeDesk(problem), curator=True) as here:
        answer = await here.mention("when does it open")
        assert title(answer) == "When does the bridge open?"
        assert "qa/bridge.yaml:1: no such key; take it out" in str(answer.embeds[1].description)
        assert "and 3 more" in str(answer.embeds[1].description)
    async with world(FakeDesk(problem)) as here:
        assert len((await here.mention("when does it open")).embeds) == 1


async def test_nobody_waits_for_a_change_to_be_learnt() -> None:
    """While a changed pack is being learnt, the one before it answers."""
    learnt = threading.Event()
    bot = worlds.bot(FakeDesk(learnt=learnt))
    opened = asyncio.create_task(bot.opened())
    await asyncio.wait({opened}, timeout=5)
    learnt.set()
    assert opened.result() == (bot.desk.answerer, [])


def test_no_privileged_intent_is_asked_for() -> None:
    """Message content, members and presences stay off."""
    asked = intents()
    assert (asked.message_content, asked.members, asked.presences) == (False, False, False)
    assert asked.value == discord.Intents(guilds=True, guild_messages=True, dm_messages=True).value


async def test_a_thread_is_a_channel_like_any_other() -> None:
    """A mention in a thread is answered there, and its context is its own."""
    async with world() as here:
        channel = here.env.bot.get_channel(here.channel.id)
        assert isinstance(channel, discord.TextChannel)
        await channel.create_thread(name="more", type=discord.ChannelType.public_thread)
        await here.mention("when does it open")
        (thread,) = here.channel.threads
        await here.alice.send(thread, f"{here.me} when does it open")
        assert thread.last_message
        assert title(thread.last_message) == "When does the bridge open?"
        assert here.desk.answerer.heard[-1][1] == ()


async def test_suggestions_take_up_a_saved_change() -> None:
    """For a curator, typing looks whether the pack has changed."""
    async with world(curator=True) as here:
        looked = here.desk.looked
        await here.alice.autocomplete(here.channel, "ask", "question", "w")
        assert here.desk.looked == looked + 1


async def test_a_conversation_reads_as_people_would_have_it() -> None:
    """A server's channel, from question to deletion, as everybody in it sees it."""
    async with hollin_world(cooldown_seconds=5, repeat_minutes=10) as here:
        bob = here.member("bob")
        await here.mention("Did Tarnia attack Hollin? How many raids were there?")
        await here.mention("who said that?")
        await here.env.advance_time(6)
        answer = await here.mention("who said that?")
        await bob.slash(here.channel, "ask", question="Did Tarnia attack Hollin?")
        await bob.slash(here.channel, "ask", question="why did Tarnia attack Skarn", private=True)
        await here.env.advance_time(6)
        asked = await bob.send(here.channel, "why did they do it, what was the motive for the raids")
        await here.alice.context_menu(here.channel, "Answer this", asked)
        await here.alice.click(answer, label="Delete")
        transcript = shown(here.channel.history())
    assert kept(GOLDEN / "conversation.txt", transcript) == transcript


def shown(messages: list[discord.Message]) -> str:
    """A channel as text: who says what, each card as its plain twin, each button in brackets."""
    told = []
    for message in messages:
        cards = twin([card.to_dict() for card in message.embeds]) if message.embeds else ""
        buttons = " ".join(f"[{label}]" for label in labels(message))
        said = "\n".join(filter(None, (message.content, cards, buttons)))
        told.append(f"{message.author.name}:\n{said}\n")
    return re.sub(r"\d{17,}", "…", "\n".join(told))
