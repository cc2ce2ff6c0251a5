"""Looking around: topics, names, facts, citations, receipts, and why an answer came out so."""

from __future__ import annotations

import asyncio
import json
import re
import threading
from dataclasses import replace

import discord
import pytest
import simcord

from bot.discord_bot.explaining import UNREADABLE
from tests import hollin
from tests.discord_bot.worlds import World, bot, hollin_world, labels, world


def text(shown: simcord.ResponseMessage | None) -> str:
    """Everything that a message's cards say, without the marks that keep it from meaning more."""
    assert shown
    parts = [[e.author.name, e.title, e.description, *(f"{f.name}\n{f.value}" for f in e.fields)] for e in shown.embeds]
    return "\n".join(str(part) for card in parts for part in card if part).replace("\\", "")


def options(shown: simcord.ResponseMessage | None) -> list[str]:
    """The lines of a message's select."""
    assert shown
    rows = [row.children for row in shown.message.components if isinstance(row, discord.ActionRow)]
    return [line.label for row in rows for item in row if isinstance(item, discord.SelectMenu) for line in item.options]


async def slash(here: World, name: str, /, **given: object) -> simcord.ResponseMessage:
    """Alice's command and what she is shown, which nobody else sees."""
    shown = (await here.alice.slash(here.channel, name, **given)).response
    assert shown
    assert shown.ephemeral
    return shown


async def test_topics_lead_to_questions_and_those_to_answers() -> None:
    """A chosen topic shows its questions in the same message, a chosen question its answer, also after a restart."""
    async with hollin_world() as here:
        shown = await slash(here, "topics")
        assert any(line.endswith("Raids") for line in options(shown))
        await here.env.restart_bot(bot(here.desk))
        topic = next(topic for topic in values(shown) if topic[0].endswith("Raids"))
        await here.alice.select(shown.message, [topic[1]])
        turned = refetched(here, shown)
        assert "1. Did Tarnia attack Hollin?" in options(turned)
        picked = await here.alice.select(turned.message, ["raid-on-hollin"])
        assert "Did Tarnia attack Hollin?" in text(picked.response)
        assert picked.response
        assert picked.response.ephemeral
        await here.alice.click(turned.message, label="All topics")
        assert any(line.endswith("Raids") for line in options(refetched(here, shown)))


async def test_many_topics_are_turned_page_by_page() -> None:
    """Forty topics of one question take four pages."""
    async with world() as here:
        pack = here.desk.answerer.packs[0]
        many = tuple(replace(pack.entries[0], id=f"e{n}", topic=f"Topic {n:02}") for n in range(40))
        here.desk.answerer.packs = (replace(pack, entries=many),)
        shown = await slash(here, "topics")
        assert shown.embeds[0].footer.text == "Page 1 of 4"
        assert labels(shown) == ["▶"]
        for _ in range(3):
            await here.alice.click(refetched(here, shown).message, label="▶")
        last = refetched(here, shown)
        assert (labels(last), options(last)[-1]) == (["◀"], "40. Topic 39")


@pytest.mark.parametrize("typed", ["Ida Holm", "holm", "Ida Hlom", " IDA HOLM "])
async def test_about_knows_names_however_they_are_typed(typed: str) -> None:
    """`/about` finds a term by its spellings and by mistyped ones, with questions that speak of it."""
    async with hollin_world() as here:
        shown = await slash(here, "about", term=typed)
        assert "Ida Holm" in text(shown)
        assert "shipping analyst" in text(shown)
        assert labels(shown)[0] == "1"


async def test_about_says_what_it_does_not_know() -> None:
    """An unknown name is said to be none, and shown letter by letter."""
    async with hollin_world() as here:
        assert "The glossary has no “**Zzyzx**”" in text(await slash(here, "about", term="**Zzyzx**"))


async def test_names_are_suggested() -> None:
    """While typing, terms are offered by any spelling; actors and places are those that facts name."""
    async with hollin_world() as here:
        found = [
            [choice["name"] for choice in await here.alice.autocomplete(here.channel, *what)]
            for what in (("about", "term", "NIB"), ("facts", "actor", "tarn"), ("facts", "place", ""))
        ]
        assert found == [["naval intelligence bureau"], ["Tarnia"], ["Hollin"]]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ["4 March 2019", "1 June 2019"]),
        ({"actor": "Tarnia"}, ["4 March 2019"]),
        ({"place": "Holin"}, ["4 March 2019"]),
        ({"period": "June 2019"}, ["1 June 2019"]),
        ({"period": "2019-03 to 2019-05"}, ["4 March 2019"]),
        ({"period": "2019"}, ["4 March 2019", "1 June 2019"]),
        ({"period": "2018"}, []),
        ({"actor": "auditor", "place": "Hollin"}, []),
    ],
)
async def test_facts_come_in_time_order(given: dict[str, str], found: list[str]) -> None:
    """`/facts` chooses by actor, place and period, and shows dates as people say them."""
    async with hollin_world() as here:
        shown = str((await slash(here, "facts", **given)).embeds[0].description)
        assert found == re.findall(r"\*\*(.+?)\*\*", shown)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"period": "soon"}, "I can't read that period"),
        ({"actor": "<@1> nobody"}, "No fact is of “\\<@\u200b1> nobody”"),
    ],
)
async def test_facts_of_nothing_known_are_a_sentence(given: dict[str, str], said: str) -> None:
    """What can't be read or found is said, with what to do."""
    async with hollin_world() as here:
        assert said in (await slash(here, "facts", **given)).content


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"period": "2018"}, "No curated fact fits this. See `/facts` alone"),
        ({"actor": "auditor", "place": "Hollin"}, "No curated fact fits all of these. Leave one of them out."),
    ],
)
async def test_where_no_fact_fits_the_way_on_is_told(given: dict[str, str], said: str) -> None:
    """One that is given can't be left out for another."""
    async with hollin_world() as here:
        assert said in text(await slash(here, "facts", **given))


async def test_a_near_name_is_offered_not_taken() -> None:
    """A place that is called otherwise, or an actor that is merely alike, is there to pick, with the period kept."""
    async with hollin_world() as here:
        shown = await slash(here, "facts", actor="Harbour", period="2019")
        assert (shown.content, labels(shown)) == ("No fact is of “Harbour”. Nearest:", ["Harbour Auditor"])
        await here.alice.click(shown.message, label="Harbour Auditor")
        assert "Harbour Auditor · 2019" in text(refetched(here, shown))


async def test_about_offers_near_names_to_pick_from() -> None:
    """What is no spelling of a term gets no card of one, but the nearest names."""
    async with hollin_world() as here:
        shown = await slash(here, "about", term="Tarn")
        assert "The glossary has no “Tarn”" in text(shown)
        assert labels(shown) == ["Tarnia", "Tarnian navy"]
        await here.env.restart_bot(bot(here.desk))
        await here.alice.click(shown.message, label="Tarnian navy")
        assert "The warships of Tarnia." in text(refetched(here, shown))


async def test_a_fact_opens_with_its_footnote() -> None:
    """A fact chosen from the list is an answer like any other."""
    async with hollin_world() as here:
        shown = await slash(here, "facts")
        picked = (await here.alice.select(shown.message, ["first-raid"])).response
        assert "Aster Courier ¶2" in text(picked)


async def test_why_tells_how_the_question_was_read() -> None:
    """Under a reply, a command and a direct message, Why reads the question off the conversation."""
    async with hollin_world() as here:
        question = "was it Tarnian ships that hit Hollin"
        reply = await here.mention(question)
        command = (await here.alice.slash(here.channel, "ask", question=question)).response
        await here.alice.user.send_dm(question)
        assert command
        direct = here.alice.user.dm_channel.last_message
        assert direct
        told = [
            text((await here.alice.click(reply, label="Why this answer")).response),
            text((await here.alice.click(command, label="Why this answer")).response),
            text((await here.alice.user.click(direct, label="Why this answer")).response),
        ]
        assert all("Nearest way of asking" in each for each in told)
        assert all("Nothing: no name, number, date or role is at odds." in each for each in told)


async def test_why_of_a_decline_and_of_a_picked_answer() -> None:
    """What was not answered is explained too; what was picked says so."""
    async with hollin_world() as here:
        declined = (await here.alice.slash(here.channel, "ask", question="how tall is the lighthouse keeper?")).response
        assert declined
        assert "No curated answer is close enough" in text(
            (await here.alice.click(declined, label="Why this answer")).response
        )
        picked = (await here.alice.slash(here.channel, "ask", question="id:raid-on-hollin")).response
        assert picked
        assert "picked from a list" in text((await here.alice.click(picked, label="Why this answer")).response)


async def test_why_of_a_follow_up_says_that_it_hung_on_the_question_before() -> None:
    """A follow-up alone leads nowhere; that it was read with the question before it is told."""
    async with hollin_world() as here:
        await here.mention("Why did Tarnia attack Hollin?")
        told = text((await here.alice.click(await here.mention("who said that?"), label="Why this answer")).response)
        assert "“who said that?” hung on the question before it" in told
        assert "“Why did Tarnia attack Hollin?”" in told
        declined = await here.mention("and on Skarn?")
        told = text((await here.alice.click(declined, label="Why this answer")).response)
        assert told.startswith("🔎 Why this answer")


async def test_why_explains_what_was_answered() -> None:
    """Of a long message the part that was read is explained, and of an echo that was cut nothing is made up."""
    asked = "was it Tarnian ships that hit Hollin? "
    async with hollin_world() as here:
        await here.mention(asked + "so it goes " * 100 + "and who pays the Grey Gulls")
        reply = here.channel.history()[1]
        told = text((await here.alice.click(reply, label="Why this answer")).response)
        assert "Nothing: no name, number, date or role is at odds." in told
        question = "what is the price of tea on Skarn " + "and of the best coffee " * 30
        command = (await here.alice.slash(here.channel, "ask", question=question)).response
        assert command
        shown = (await here.alice.click(command, label="Why this answer")).response
        assert shown
        assert UNREADABLE == shown.content


async def test_why_waits_its_turn() -> None:
    """To explain costs as much as to answer, so that whoever wants it in a crowd is told that it will come."""
    async with hollin_world() as here:
        answer = (await here.alice.slash(here.channel, "ask", question="Did Tarnia attack Hollin?")).response
        assert answer
        here.env.bot.memo.crowded = lambda: True  # type: ignore[attr-defined]
        async with here.env.bot.memo._turn:  # type: ignore[attr-defined]
            clicked = asyncio.ensure_future(here.alice.click(answer, label="Why this answer"))
            await asyncio.sleep(0.1)
            assert not clicked.done()
        assert "Nearest way of asking" in text((await clicked).response)
        responses = [entry.json for entry in here.env.http_requests if "/callback" in entry.path]
        assert 5 == responses[-1]["type"]  # "thinking …"


async def test_why_gives_the_nearest_answers_in_order_and_no_figures() -> None:
    """Likelihoods of single answers add up to nothing that a reader could use; what speaks against it is said once."""
    async with hollin_world() as here:
        reply = await here.mention("Did the Grey Gulls pay Tarnia?")
        told = text((await here.alice.click(reply, label="Why this answer")).response)
        assert "Came nearest, in this order\n**1.** Who pays the Grey Gulls?" in told
        assert "%" not in told
        assert re.findall("•.*", told) == ["• the report has Grey Gulls and Tarnia the other way round"]


async def test_related_questions_are_offered() -> None:
    """Related lists what lies near, to tap, for who clicked."""
    async with hollin_world() as here:
        shown = (await here.alice.click(await here.mention("Did Tarnia attack Hollin?"), label="Related")).response
        assert shown
        assert labels(shown) == ["1", "2"]
        assert "2. Why did Tarnia attack Hollin?" in text(shown).replace("*", "")
        assert shown.ephemeral


async def test_a_receipt_stands_until_the_words_change() -> None:
    """A receipt stands, has changed or is withdrawn, and what stands now is shown."""
    async with hollin_world() as here:
        answer = await here.mention("Did Tarnia attack Hollin?")
        footer = str(answer.embeds[0].footer.text)
        code = footer.rsplit(" · ", 1)[-1]
        assert re.fullmatch(r"raid-on-hollin@[0-9a-f]{4}", code)
        for pasted in (f" {code} ", code.upper(), footer):
            assert "✅ Still stands" in text(await slash(here, "receipt", code=pasted))
        assert "⚠️ Changed since" in text(await slash(here, "receipt", code=f"{code}0000"))
        changed = text(await slash(here, "receipt", code="raid-on-hollin@0000"))
        assert "⚠️ Changed since" in changed
        assert "Did Tarnia attack Hollin?" in changed
        assert "⛔ Not there" in text(await slash(here, "receipt", code="never-was@0000"))
        assert "nearest that there is: `raid-on-hollin`" in text(
            await slash(here, "receipt", code="raid-on-holin@0000")
        )
        assert "That is no receipt" in (await slash(here, "receipt", code="@everyone what?")).content


async def test_an_answer_is_cited_in_three_forms() -> None:
    """`/cite` gives a footnote, BibTeX, or CSL-JSON that parses, for a receipt, a suggestion or a question."""
    async with hollin_world() as here:
        note = str((await slash(here, "cite", answer="motive")).embeds[0].description)
        hands = "naval intelligence bureau (assessed), through Harbour Auditor (reported)"
        assert f"{hands}, in Mira Quist, “Audit faults Tarnia over island raids”" in note
        assert "¶ 3" in note
        bibtex = str((await slash(here, "cite", answer="id:motive", style="bibtex")).embeds[0].description)
        title = "title = {{Audit faults Tarnia over island raids}},"
        assert bibtex.startswith(f"```bibtex\n@misc{{courier-motive,\n  {title}")
        assert f"note = {{par. 3: {hands}; Footnote motive@" in bibtex
        csl = str(
            (await slash(here, "cite", answer="Why did Tarnia attack Hollin?", style="csl-json")).embeds[0].description
        )
        item = json.loads(csl.removeprefix("```json\n").removesuffix("\n```"))[0]
        assert (item["type"], item["issued"]) == ("article-newspaper", {"date-parts": [[2019, 6, 9]]})
        assert item["id"] == "courier-motive"
        assert item["note"].startswith(f"¶ 3: {hands}; Footnote motive@")


async def test_a_receipt_that_stands_no_more_is_not_cited_in_silence() -> None:
    """What was changed since is said before what stands now is cited."""
    async with hollin_world() as here:
        cards = (await slash(here, "cite", answer="motive@0000")).embeds
        assert [card.author.name for card in cards] == ["⚠️ Changed since", "❝ Cite"]
        now = hollin.answerer().recall("motive")
        assert now
        assert len((await slash(here, "cite", answer=f"motive@{now.revision}")).embeds) == 1


@pytest.mark.parametrize("asked", ["cite", "why"])
async def test_the_engine_is_asked_beside_the_event_loop(asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a citation is looked for, or an answer explained, others are heard."""
    threads: list[threading.Thread] = []
    ask = hollin.answerer().ask

    def heard(*words: object, **options: object) -> object:
        threads.append(threading.current_thread())
        return ask(*words, **options)  # type: ignore[arg-type]

    async with hollin_world() as here:
        answer = (await here.alice.slash(here.channel, "ask", question="Did Tarnia attack Hollin?")).response
        assert answer
        monkeypatch.setattr(hollin.answerer(), "ask", heard)
        if asked == "cite":
            await slash(here, "cite", answer="why did the Tarnians attack Hollin")
        else:
            await here.alice.click(answer, label="Why this answer")
    assert threads
    assert threading.main_thread() not in threads


async def test_without_an_answer_the_sources_are_cited() -> None:
    """`/cite` alone cites every source of the pack; what can't be found is said."""
    async with hollin_world() as here:
        assert "Quarterly audit of the strait" in text(await slash(here, "cite"))
        assert "I find no answer" in (await slash(here, "cite", answer="soup of the day")).content


async def test_curators_alone_see_the_pack() -> None:
    """`/pack` is hidden from others, and refused where somebody calls it nevertheless."""
    async with hollin_world() as here:
        assert "pack" not in here.alice.available_commands(here.channel)
        curator = here.member("curator", manage_guild=True)
        shown = (await curator.slash(here.channel, "pack")).response
        assert "12 terms" in text(shown)
        command = next(each for each in await here.env.bot.tree.fetch_commands() if each.name == "pack")  # type: ignore[attr-defined]
        here.env.guild.set_command_permissions(command, {here.alice: True})
        refused = (await here.alice.slash(here.channel, "pack")).response
        assert refused
        assert "right to manage this server" in refused.content


async def test_a_long_id_is_suggested_with_its_key() -> None:
    """A suggestion whose id is too long for Discord carries its hash, and still answers."""
    async with world() as here:
        offered = await here.alice.autocomplete(here.channel, "ask", "question", "very long id")
        shown = (await here.alice.slash(here.channel, "ask", question=offered[0]["value"])).response
        assert shown
        assert str(shown.embeds[0].title).startswith("What is the question with the very long id")


def values(shown: simcord.ResponseMessage) -> list[tuple[str, str]]:
    """The lines of a message's select with their values."""
    rows = [row.children for row in shown.message.components if isinstance(row, discord.ActionRow)]
    menus = [item for row in rows for item in row if isinstance(item, discord.SelectMenu)]
    return [(line.label, line.value) for menu in menus for line in menu.options]


def refetched(here: World, shown: simcord.ResponseMessage) -> simcord.ResponseMessage:
    """The message as it stands now."""
    return simcord.ResponseMessage(here.env, here.env.backend.get_message(shown.channel_id, shown.id))


def test_the_pack_is_what_the_tests_think() -> None:
    """The report of Hollin has dated facts of two actors."""
    assert len(hollin.pack().facts) == 2
