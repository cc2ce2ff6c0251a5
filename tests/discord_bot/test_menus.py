"""What one can do with anybody's message: have it answered, or held against the report."""

from __future__ import annotations

import pytest

from tests.discord_bot.worlds import hollin_world, labels, world


async def test_anybodys_message_is_answered_with_a_link_to_it() -> None:
    """`Answer this` echoes the message, links to it, and answers for everybody."""
    async with world() as here:
        asked = await here.member("bob").send(here.channel, "when does **it** open")
        shown = (await here.alice.context_menu(here.channel, "Answer this", asked)).response
        assert shown
        assert not shown.ephemeral
        assert shown.content.splitlines()[0] == r"> when does \*\*it\*\* open"
        assert str(asked.id) in shown.content.splitlines()[1]
        assert shown.embeds[0].title == "When does the bridge open?"


async def test_the_context_is_that_of_whoever_has_it_answered() -> None:
    """An answered message is context for the next question of the person who had it answered."""
    async with world() as here:
        asked = await here.member("bob").send(here.channel, "when does it open")
        await here.alice.context_menu(here.channel, "Answer this", asked)
        await here.mention("who said that")
        assert here.desk.answerer.heard[-1] == ("who said that", ("when does it open",))


async def test_a_message_without_words_is_said_so() -> None:
    """There is nothing to answer in a picture."""
    async with world() as here:
        picture = await here.alice.send(here.channel, "", attachments=[("a.png", b"x")])
        for menu in ("Answer this", "Check against the report"):
            shown = (await here.alice.context_menu(here.channel, menu, picture)).response
            assert shown
            assert shown.ephemeral
            assert "no words" in shown.content


async def test_a_message_is_held_against_the_report_sentence_by_sentence() -> None:
    """Each sentence gets its verdict and passage, for the eyes of who asked alone."""
    claims = (
        "Tarnia attacked Hollin. There were nine raids on Hollin. Shells wrecked the harbour. "
        "I had soup with my aunt. Is it so? Wow!"
    )
    async with hollin_world() as here:
        message = await here.member("bob").send(here.channel, claims)
        shown = (await here.alice.context_menu(here.channel, "Check against the report", message)).response
        assert shown
        assert shown.ephemeral
        names = [str(field.name) for field in shown.embeds[0].fields]
        assert names == [
            "✅ Supported · ¶1",
            "⚠️ The report says otherwise · ¶2",
            "⚪ Could not be matched: read ¶4",
            "⛔ Not covered",
        ]
        assert "2 questions or short pieces were not looked at" in str(shown.embeds[0].description)
        assert "> Tarnia attacked Hollin." in str(shown.embeds[0].fields[0].value)


async def test_a_long_message_is_checked_over_several_cards() -> None:
    """Ten sentences take two cards; beyond two dozen the rest is counted."""
    async with hollin_world() as here:
        message = await here.alice.send(here.channel, "Tarnia attacked Hollin. " * 30)
        result = await here.alice.context_menu(here.channel, "Check against the report", message)
        cards = [shown.embeds[0] for shown in (result.response, *result.followups) if shown]
        assert [len(card.fields) for card in cards] == [8, 8, 8]
        assert "6 more sentences" in str(cards[-1].description)


@pytest.mark.parametrize("crowded", [False, True])
async def test_what_can_not_be_answered_is_for_the_asker_alone(crowded: bool) -> None:  # noqa: FBT001
    """A message that the report has nothing on gets no public decline, also where it took time to find out."""
    async with world() as here:
        here.env.bot.memo.crowded = lambda: crowded  # type: ignore[attr-defined]
        message = await here.member("bob").send(here.channel, "who paid")
        result = await here.alice.context_menu(here.channel, "Answer this", message)
        (shown,) = [shown for shown in (result.response, *result.followups) if shown]
        assert shown.ephemeral
        assert labels(shown)[-1] == "Share with everyone"


async def test_what_stands_on_a_card_is_read() -> None:
    """Our own answer, whose words are all on its card, can be answered anew and held against the report."""
    async with hollin_world() as here:
        answer = await here.mention("were there raids, did Tarnia attack Hollin")
        again = (await here.alice.context_menu(here.channel, "Answer this", answer)).response
        assert again
        assert again.content.startswith("> Did Tarnia attack Hollin?")
        assert again.embeds[0].title == "Did Tarnia attack Hollin?"
        for mine in (answer, again):
            shown = (await here.alice.context_menu(here.channel, "Check against the report", mine)).response
            assert shown
            claims = [str(field.value).splitlines()[0] for field in shown.embeds[0].fields]
            assert claims[0] == "> Yes, Tarnia did, the auditor reported."
            assert claims[1].startswith("> The harbour auditor reported that warships")
