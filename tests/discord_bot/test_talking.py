"""Talking on under an answer: follow-ups of anybody at any time, and silence where people merely talk."""

from __future__ import annotations

import pytest

from bot.discord_bot.talk import asks
from tests import hollin
from tests.discord_bot.worlds import World, hollin_world, world

MOTIVE = "Why did Tarnia attack Hollin?"


async def replied(here: World, words: str, answer: object, name: str = "bob") -> str:
    """What the bot says to a reply to a message of its own; empty for silence."""
    before = here.channel.last_message
    bob = here.member(name)
    await bob.send(here.channel, words, reply_to=answer)  # type: ignore[arg-type]
    said = here.channel.last_message
    assert said
    assert before
    if not said.author.bot:
        return ""
    return str(said.embeds[0].description) if said.embeds else said.content


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("who said that?", "naval intelligence bureau (assessed)"),
        ("who said that", "naval intelligence bureau (assessed)"),
        ("source?", "Audit faults Tarnia over island raids"),
        ("source please", "Audit faults Tarnia over island raids"),
        ("exact words?", "probably to empty the fishing grounds"),
        ("is that confirmed?", "The source says “probably”"),
        ("when?", "No date is given for this"),
    ],
)
async def test_whoever_replies_to_an_answer_asks_about_it(asked: str, told: str) -> None:
    """A bare follow-up is about the answer that it replies to, whoever asked for that and however long ago."""
    async with hollin_world() as here:
        answer = await here.mention(MOTIVE)
        await here.mention("How many raids were there on Hollin?")
        await here.env.advance_time(16 * 60)
        assert told in await replied(here, asked, answer)
        await here.alice.send(here.channel, asked, reply_to=answer)
        assert here.channel.last_message
        assert told in str(here.channel.last_message.embeds[0].description)


async def test_what_is_asked_under_an_answer_can_be_asked_on() -> None:
    """Who took up an answer by a reply goes on without one."""
    async with hollin_world() as here:
        answer = await here.mention(MOTIVE)
        bob = here.member("bob")
        await bob.send(here.channel, "who said that?", reply_to=answer)
        await bob.send(here.channel, f"{here.me} exact words?")
        assert here.channel.last_message
        assert "empty the fishing grounds" in str(here.channel.last_message.embeds[0].description)


async def test_an_answer_is_known_by_its_receipt() -> None:
    """Where an answer has no buttons, as in plain text, the code at its foot tells which it is."""
    async with hollin_world() as here:
        said = "**✅ Answer**\n-# Aster Courier, 2019-06-09 · as of 2019-06-10 · motive@\u200bcb4b\n-# Shared by carol"
        plain = await here.env.bot.get_partial_messageable(here.channel.id).send(said)
        assert "naval intelligence bureau" in await replied(here, "who said that?", plain)


async def test_an_answer_that_was_shared_can_be_asked_about() -> None:
    """Who replies to an answer that somebody shared, by name as a command's answer needs it, asks about that one."""
    async with hollin_world() as here:
        private = (await here.alice.slash(here.channel, "ask", question=MOTIVE, private=True)).response
        assert private
        words = (await here.alice.click(private, label="Exact words")).response
        for number, alone in enumerate(filter(None, (private, words))):
            await here.alice.click(alone, label="Share with everyone")
            told = await replied(here, f"{here.me} who said that?", here.channel.last_message, f"p{number}")
            assert "naval intelligence bureau" in told


async def test_a_bare_follow_up_is_never_left_without_a_word() -> None:
    """Under a card that answers nothing, who asks for its source hears that there is no answer to ask about."""
    async with hollin_world() as here:
        declined = await here.mention("what is the price of tea on Skarn")
        assert "none was given yet" in await replied(here, "source?", declined)


TALK = [
    "Thanks a lot!!",
    "interesting, Bob should see this",
    "haha yes Tarnia again",
    "I don't think that's right",
    "sure",
    "so they say",
    "that's why!",
    "what a mess",
    "who knows",
    "ok",
    "👍",
    "lol the raids",
    "Hollin is lovely in spring",
    "yes, Tarnia did attack Hollin",
    "my aunt lives on Skarn",
    "Ida Holm again, of course",
    "could be",
    "will read it later",
    "see https://example.org/?q=raids",
    "could not agree more about the sea wall",
]


async def test_talk_under_an_answer_is_left_alone() -> None:
    """A reply that asks nothing gets no public decline, no loose answer and no list of questions."""
    async with hollin_world() as here:
        answer = await here.mention("Did Tarnia attack Hollin?")
        said = {words: await replied(here, words, answer, f"p{number}") for number, words in enumerate(TALK)}
    assert {words: told for words, told in said.items() if told} == {}


@pytest.mark.parametrize(
    "words",
    [
        "how many raids were there",
        "and why did Tarnia attack Hollin",
        "tell me about the gulls",
        "ok, but who pays the Grey Gulls",
        "Is Hollin on fire",
        "what is the price of tea on Skarn",
        "Grey Gulls?",
        "when",
        "says who",
    ],
)
async def test_a_question_under_an_answer_is_answered_without_a_question_mark(words: str) -> None:
    """A question word, a verb in front, a request or a follow-up is enough to be heard."""
    async with hollin_world() as here:
        assert await replied(here, words, await here.mention("Did Tarnia attack Hollin?"))


async def test_what_is_known_for_sure_is_told_though_not_asked() -> None:
    """Key words under an answer that clearly mean another are answered."""
    async with hollin_world() as here:
        answer = await here.mention("Did Tarnia attack Hollin?")
        sure = [words for words in hollin.entry("gulls").phrasings if not asks(words, bare=False)]
        told = [await replied(here, words, answer, f"p{number}") for number, words in enumerate(sure)]
        assert sure
        assert all("smugglers" in words for words in told)


async def test_a_thank_you_costs_no_turn() -> None:
    """Who thanks is not told to wait, and may ask at once."""
    async with hollin_world(cooldown_seconds=10) as here:
        answer = await here.mention("Did Tarnia attack Hollin?")
        await here.alice.send(here.channel, "thanks", reply_to=answer)
        assert here.channel.last_message
        assert here.channel.last_message.content == "thanks"
        bob = here.member("bob")
        await bob.send(here.channel, "thanks", reply_to=answer)
        await bob.send(here.channel, "who said that?", reply_to=answer)
        assert here.channel.last_message.embeds


async def test_a_decline_does_not_take_the_answer_away() -> None:
    """After an answer and a question that is declined, "who said that?" is about the answer."""
    async with hollin_world() as here:
        await here.mention(MOTIVE)
        assert (await here.mention("what about the drones of Zorg?")).embeds[0].author.name != "✅ Answer"
        assert "naval intelligence bureau" in str((await here.mention("who said that?")).embeds[0].description)


async def test_what_is_old_is_forgotten_though_nobody_asks() -> None:
    """After a quarter of an hour no word of a question is left in memory."""
    async with world() as here:
        await here.mention("when does the secret open")
        held = here.env.bot.conversations._asked  # type: ignore[attr-defined]
        assert "secret" in str(held)
        await here.env.advance_time(17 * 60)
        assert not held


@pytest.mark.parametrize(("words", "crowded"), [("so it opens then " * 90, False), ("thanks a lot", True)])
async def test_long_talk_and_talk_in_a_crowd_cost_nothing(words: str, crowded: bool) -> None:  # noqa: FBT001
    """Who asks nothing is not looked up where that would take time from those who ask, and hears nothing."""
    async with world() as here:
        answer = await here.mention("when does it open")
        here.env.bot.memo.crowded = lambda: crowded  # type: ignore[attr-defined]
        asked = len(here.desk.answerer.heard)
        assert not await replied(here, words, answer)
        assert asked == len(here.desk.answerer.heard)
