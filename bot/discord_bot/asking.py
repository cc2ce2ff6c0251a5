"""A question on its way through: taken or put off, answered in turn, linked to where it stands above already."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.answering.questions import questions
from bot.discord_bot import buttons, talk
from bot.discord_bot.doors import sent
from bot.discord_bot.patience import patiently
from bot.discord_bot.repeats import Said
from bot.model.reply import Answer, Correct, Decline
from bot.render import limits, pages
from bot.render.aside import aside
from bot.render.embed import embed

if TYPE_CHECKING:
    import asyncio

    from bot.answering.answerer import Answerer
    from bot.answering.followup import Aspect
    from bot.discord_bot.client import FootnoteBot, Opened
    from bot.discord_bot.doors import Door, InteractionDoor
    from bot.discord_bot.repeats import Earlier
    from bot.model.reply import Reply

VANISHED = "That answer is no longer in the report's pack. Ask once more with `/ask`, in your own words."
MOST = 3
"""How many questions of one message are answered."""
LONGEST = 1000
"""How many characters of a message are read."""
ECHOED = 500
"""How many characters of a question are repeated above its answer."""
CUT = f"That was long: I read the first {LONGEST} characters of it."
LEFT = f"I answered the first {MOST} questions; ask the others once more:"
_KEY_WORDS = 200  # characters up to which words that ask nothing are looked up all the same


async def ask(bot: FootnoteBot, door: Door, text: str, *, echo: bool = True, above: str = "", under: str = "") -> None:
    """Answer every question of a text, at most three, each in the light of those before.

    `echo` repeats each above its answer, which several always need; `above` is a line of ours to stand there too;
    `under` is the key of the entry that the message shows to which this is a reply.
    """
    shown, read = await _shown(bot, under), limits.cut(text, LONGEST)
    if await _is_talk(bot, door, read, shown) or await put_off(bot, door):
        return
    if shown:
        bot.conversations.remember(door.place, shown.trace.question)
    asked = questions(read)
    for question in asked[:MOST]:
        words = [_echo(question) if echo or len(asked) > 1 else "", above]
        await _answer(bot, door, question, "\n".join(filter(None, words)))
    left = [LEFT, *map(_echo, asked[MOST:])] if len(asked) > MOST else []
    notes = [*([CUT] if limits.units(text) > LONGEST else []), *left]
    if notes:
        await door.say({"content": limits.cut("\n".join(notes), limits.CONTENT)}, alone=True)


async def put_off(bot: FootnoteBot, door: Door) -> bool:
    """Say that it is too soon, if it is: always, but where all see it only once, so that it is no nuisance."""
    refusal = bot.cooldowns.ask(door.place, public=not door.hidden)
    if refusal:
        bot.dispatch("put_off")
    if refusal and not (refusal.told and door.loud and door.crowd):
        await door.say({"content": refusal.words}, alone=True)
    return refusal is not None


async def recall(bot: FootnoteBot, door: InteractionDoor, key: str) -> None:
    """Answer with the curated answer that a button or a suggestion names; too soon for all, to this person alone."""
    if not door.in_place:
        door.hidden = door.hidden or bot.cooldowns.ask(door.place) is not None
    opened = await bot.opened()
    entry = buttons.entry_of(opened.answerer, key)
    reply = opened.answerer.recall(entry) if entry else None
    if reply is None:
        await door.say({"content": VANISHED}, alone=True)
        return
    bot.dispatch("answered", reply)
    bot.conversations.remember(door.place, reply.trace.question)
    await _give(bot, door, reply, opened)


async def follow_up(bot: FootnoteBot, door: Door, key: str, aspect: Aspect) -> None:
    """Answer one aspect of an entry."""
    answerer, notices = await bot.opened()
    entry = buttons.entry_of(answerer, key)
    reply = answerer.follow_up(entry, aspect) if entry else None
    if reply is None:
        await door.say({"content": VANISHED}, alone=True)
        return
    view = buttons.shared() if door.hidden else None
    told = aside(buttons.LABELS[aspect], reply, answerer.packs, linked=aspect in {"words", "source"})
    await door.say(sent([told, *notices], view, embeds=door.embeds))


async def read_on(bot: FootnoteBot, door: Door, key: str) -> None:
    """Show the questions that lie near an entry, to tap."""
    answerer, _ = await bot.opened()
    entry = buttons.entry_of(answerer, key)
    reply = answerer.recall(entry) if entry else None
    if reply is None:
        await door.say({"content": VANISHED}, alone=True)
        return
    near = reply.trace.related[:5]
    await door.say(sent([pages.reading_on(near)], buttons.by_number(near), embeds=door.embeds))


async def _shown(bot: FootnoteBot, key: str) -> Answer | None:
    """Give the curated answer that a key names, as a reader replies to it."""
    answerer, _ = await bot.opened()
    entry = buttons.entry_of(answerer, key)
    return answerer.recall(entry) if entry else None


async def _is_talk(bot: FootnoteBot, door: Door, text: str, shown: Answer | None) -> bool:
    """Whether words under an answer of ours ask nothing, and nothing is known to them for sure.

    It costs no pause, so what is long is not looked up, nor anything while many wait who ask.
    """
    answerer, _ = await bot.opened()
    if not door.thanked or talk.asks(text, bare=answerer.follows(text)):
        return False
    if len(text) > _KEY_WORDS or bot.memo.crowded():
        return True
    return not talk.tells(await bot.memo.ask(answerer, text, ()), shown.entry if shown else "")


def card(reply: Reply, answerer: Answerer) -> dict[str, object]:
    """Give the card of a reply, as of today."""
    return embed(reply, answerer.packs, datetime.now(UTC).date().isoformat())


async def _answer(bot: FootnoteBot, door: Door, question: str, above: str) -> None:
    opened = await bot.opened()
    bare = opened.answerer.follows(question)
    asked = (opened.answerer, question, bot.conversations.context(door.place, answered=bare))
    reply = bot.memo.known(*asked)
    if reply is None:
        reply = await patiently(door, bot.memo.ask(*asked), bot.memo.crowded)
    if talk.greets(reply) and door.thanked and not bare:
        return
    bot.dispatch("answered", reply)
    if not talk.greets(reply):
        bot.conversations.remember(door.place, question, answered=isinstance(reply, Answer | Correct))
    await _give(bot, door, reply, opened, above)


async def _give(bot: FootnoteBot, door: Door, reply: Reply, opened: Opened, above: str = "") -> None:
    """Say a reply, or where the same answer stands above, or is on its way there, link to it."""
    said = _said(door, reply) if bot.repeats.counted else None
    if said is None:
        await _show(door, reply, opened, above)
        return
    turn = bot.repeats.turn(said)
    await patiently(door, _passed(turn))
    async with turn:
        if earlier := bot.repeats.earlier(said):
            await _link(door, reply, earlier, opened, above)
        elif message := await _show(door, reply, opened, above):
            bot.repeats.note(said, message)


async def _passed(turn: asyncio.Lock) -> None:
    async with turn:
        return


async def _show(door: Door, reply: Reply, opened: Opened, above: str) -> int:
    alone = door.hidden or (door.shy and isinstance(reply, Decline))
    view = buttons.view(reply, door.place[1], hidden=alone)
    cards = [card(reply, opened.answerer), *opened.notices]
    return await door.say(sent(cards, view, embeds=door.embeds, content=above), alone=alone)


async def _link(door: Door, reply: Reply, earlier: Earlier, opened: Opened, above: str) -> None:
    there = pages.repeated(reply.trace.question, door.url(earlier.message), earlier.minutes)
    made = sent([there, *opened.notices], buttons.again(earlier.said.entry), embeds=door.embeds, content=above)
    await door.say(made, alone=True)


def _said(door: Door, reply: Reply) -> Said | None:
    """Give what others in the channel read: an answer, seen by all."""
    if door.hidden or not door.crowd or not isinstance(reply, Answer):
        return None
    return Said(door.place[0], reply.entry, reply.revision, reply.lead)


def _echo(question: str) -> str:
    return f"> {limits.escape(limits.clean(question), ECHOED)}"
