"""Buttons keep their promise after a restart, after a change of the pack, and against forgers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from discord.ui import Button, View

from bot.discord_bot import buttons
from bot.discord_bot.persistent import key
from bot.model.reply import Option
from tests.discord_bot.desks import LONG, PACK, FakeDesk
from tests.discord_bot.worlds import bot, hollin_world, labels, world
from tests.render.replies import DECLINE


async def test_an_option_answers_its_question() -> None:
    """A tap on "Did you mean" puts the answer in its place, and later words of that person refer to it."""
    async with world() as here:
        asked = await here.mention("which bridge?")
        assert labels(asked) == ["When does the bridge open?", "What does it cost?", "None of these", "Delete"]
        await here.alice.click(asked, label="What does it cost?")
        shown = here.channel.history()
        assert len(shown) == 2
        assert shown[1].embeds[0].title == "What does it cost?"
        assert labels(shown[1]) == ["Who said it", "Exact words", "How sure", "When", "Why this answer", "Delete"]
        await here.mention("who said that")
        assert here.desk.answerer.heard[-1][1] == ("What does it cost?",)


async def test_what_somebody_else_was_asked_back_stays_theirs() -> None:
    """Who taps another person's "Did you mean" is answered below it, and the card still stands."""
    async with world() as here:
        asked = await here.mention("which bridge?")
        shown = (await here.member("bob").click(asked, label="What does it cost?")).response
        assert shown
        assert shown.embeds[0].title == "What does it cost?"
        assert labels(here.channel.history()[1])[-2:] == ["None of these", "Delete"]
        await here.member("carol").click(asked, label="None of these")
        assert labels(here.channel.history()[1])[-2:] == ["None of these", "Delete"]


async def test_an_option_is_answered_in_place_everywhere() -> None:
    """In a direct message and under a private command the card becomes the answer, too."""
    async with world() as here:
        await here.alice.user.send_dm("which bridge?")
        direct = here.alice.user.dm_channel.last_message
        private = (await here.alice.slash(here.channel, "ask", question="which bridge?", private=True)).response
        assert direct
        assert private
        shown = [
            (await actor.click(asked, label="What does it cost?")).response
            for actor, asked in ((here.alice.user, direct), (here.alice, private))
        ]
        assert [(each.id, each.embeds[0].title) for each in shown if each] == [
            (direct.id, "What does it cost?"),
            (private.id, "What does it cost?"),
        ]


async def test_a_hurried_tap_in_place_stays_everybodys() -> None:
    """What is picked at once adds no message, so that it costs no pause: all see it, and it can be deleted."""
    async with world(cooldown_seconds=30) as here:
        await here.alice.click(await here.mention("which bridge?"), label="What does it cost?")
        shown = here.channel.history()
        assert len(shown) == 2
        assert labels(shown[1])[-1] == "Delete"


async def test_none_of_these_closes_the_card_and_shows_the_topics() -> None:
    """Whoever meant none of the options finds the topics to choose from, alone, and no button is left to tap."""
    async with world() as here:
        result = await here.alice.click(await here.mention("which bridge?"), label="None of these")
        closed = here.channel.history()
        assert len(closed) == 2
        assert "`/topics`" in str(closed[1].embeds[0].description)
        assert labels(closed[1]) == ["Delete"]
        (shown,) = result.followups
        assert shown.ephemeral
        assert "Bridge" in str(shown.embeds[0].description)


async def test_one_option_is_a_yes_or_no() -> None:
    """What is merely likely is asked back as one question, and a yes answers it."""
    async with world() as here:
        asked = await here.mention("likely so")
        assert labels(asked) == ["Yes", "No", "Delete"]
        assert "1." not in str(asked.embeds[0].description)
        await here.alice.click(asked, label="Yes")
        assert here.channel.history()[1].embeds[0].title == "When does the bridge open?"


@pytest.mark.parametrize(
    ("label", "aspect"),
    [("Who said it", "who"), ("When", "when"), ("Exact words", "words"), ("How sure", "sure")],
)
async def test_a_follow_up_tells_its_aspect(label: str, aspect: str) -> None:
    """Each follow-up button leads its answer with what it asks, to the person who clicked."""
    async with world() as here:
        shown = (await here.alice.click(await here.mention("when does it open"), label=label)).response
        assert shown
        assert shown.ephemeral
        assert str(shown.embeds[0].description).startswith(f"**Asked for: {aspect}.**")
        assert str(shown.embeds[0].author.name).endswith(label)


async def test_a_follow_up_tells_what_is_new_and_no_more() -> None:
    """Under a button stands the question and the line asked for, and the way to the words where those are asked for."""
    async with hollin_world() as here:
        answer = await here.mention("Why did Tarnia attack Hollin?")
        told = [(await here.alice.click(answer, label=label)).response for label in ("Exact words", "When")]
        shown = [(card.title, card.description, card.fields) for each in told if each for card in each.embeds]
        url = "https://courier.example/2019/hollin#:~:text=probably%20to%20empty%20the%20fishing%20grounds"
        words = f"**The words: “probably to empty the fishing grounds” ¶3**\n[Open the source at these words]({url})"
        undated = "**No date is given for this; the news article is of 9 June 2019**"
        question = "Why did Tarnia attack Hollin?"
        assert [(question, words, []), (question, undated, [])] == shown


async def test_buttons_survive_a_restart() -> None:
    """A new process answers the buttons of an old one."""
    async with world() as here:
        asked, answered = await here.mention("which bridge?"), await here.mention("when does it open")
        await here.env.restart_bot(bot(FakeDesk()))
        option = (await here.alice.click(asked, label="What does it cost?")).response
        follow = (await here.alice.click(answered, label="Who said it")).response
        assert option
        assert follow
        assert (option.embeds[0].title, follow.embeds[0].title) == ("What does it cost?", "When does the bridge open?")


async def test_a_vanished_entry_is_said_so() -> None:
    """A button whose entry has left the pack says that, to the person who clicked."""
    async with world() as here:
        answered = await here.mention("when does it open")
        here.desk.answerer.packs = (replace(PACK, entries=()),)
        shown = (await here.alice.click(answered, label="When")).response
        assert shown
        assert shown.ephemeral
        assert "no longer in the report's pack" in shown.content


async def test_a_vanished_option_leaves_the_card_to_all() -> None:
    """That the entry of a tapped option is gone is said to who tapped; the card still stands and can be deleted."""
    async with world() as here:
        asked = await here.mention("which bridge?")
        here.desk.answerer.packs = (replace(PACK, entries=()),)
        shown = (await here.alice.click(asked, label="What does it cost?")).response
        assert shown
        assert shown.ephemeral
        assert labels(here.channel.history()[1])[-2:] == ["None of these", "Delete"]


async def test_an_option_that_stands_above_is_linked_to_beside_the_card() -> None:
    """Where the picked answer stands above already, who tapped gets the link alone, and the card can be deleted."""
    async with world(repeat_minutes=10) as here:
        offered = [await here.mention("which bridge?") for _ in range(2)]
        results = [await here.alice.click(each, label="What does it cost?") for each in offered]
        assert results[1].response
        assert results[1].response.ephemeral
        assert labels(here.channel.last_message)[-2:] == ["None of these", "Delete"]  # type: ignore[arg-type]


@pytest.mark.parametrize("entry", ["bridge-cost", LONG])
async def test_why_of_a_vanished_entry_says_that_it_is_gone(entry: str) -> None:
    """What has left the pack is not explained as a decline, nor as a question that can't be read."""
    async with world() as here:
        picked = (await here.alice.slash(here.channel, "ask", question=f"id:{key(entry)}")).response
        assert picked
        here.desk.answerer.packs = (replace(PACK, entries=()),)
        shown = (await here.alice.click(picked, label="Why this answer")).response
        assert shown
        assert "no longer in the report's pack" in shown.content


async def test_an_id_too_long_for_a_button_still_works() -> None:
    """A long id travels as a hash and is found again."""
    assert len(key(LONG)) < 30
    async with world() as here:
        view = buttons.questions([Option(LONG, "What is the question?", 0.5)])
        message = await here.env.bot.get_partial_messageable(here.channel.id).send("pick", view=view)
        click = await here.alice.click(message, custom_id=f"fn:ask:{key(LONG)}")
        assert click.response
        assert str(click.response.embeds[0].title).startswith("What is the question with the very long id")


@pytest.mark.parametrize(
    "forged", ["fn:ask:~0000", "fn:who:'; drop table", "fn:nothing:x", "other", "fn:ask:\u202e@everyone"]
)
async def test_a_forged_button_gets_a_sentence(forged: str) -> None:
    """Whatever stands in a custom_id, the person gets a sentence and the bot goes on."""
    async with world() as here:
        view = View(timeout=None).add_item(Button(label="forged", custom_id=forged))
        channel = here.env.bot.get_partial_messageable(here.channel.id)
        message = await channel.send("press", view=view)
        view.stop()
        shown = (await here.alice.click(message, label="forged")).response
        assert shown
        assert shown.ephemeral
        assert "`/ask`" in shown.content


async def test_an_error_in_a_button_is_an_apology() -> None:
    """When Discord refuses a button's answer, the person who clicked is told."""
    async with world(strict=False) as here:
        answered = await here.mention("when does it open")
        here.env.inject_error("POST", "/interactions/*/callback", status=400, message="no")
        shown = (await here.alice.click(answered, label="When")).response
        assert shown
        assert shown.ephemeral
        assert "Something went wrong" in shown.content


async def test_a_decline_offers_what_lies_near() -> None:
    """Under a decline stand the numbers of the nearest questions, to tap."""
    async with world() as here:
        declined = await here.mention("who paid")
        assert labels(declined) == ["1", "Why this answer", "Delete"]
        shown = (await here.alice.click(declined, label="1")).response
        assert shown
        assert shown.embeds[0].title == DECLINE.trace.related[0].question
