"""Replies remembered, without the questions."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import pytest

from bot.discord_bot import asking, patience
from bot.discord_bot import memo as memo_of_replies
from bot.discord_bot.apology import CROWDED
from bot.discord_bot.memo import CrowdedError, Memo
from tests import hollin
from tests.discord_bot.desks import FakeAnswerer, FakeDesk
from tests.discord_bot.worlds import World, bot, world


async def test_whoever_waits_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that takes its time comes after a sign of it, however few ask."""
    monkeypatch.setattr(patience, "SIGN", 0)
    door = Waiting(1)
    await asking.ask(bot(FakeDesk()), door, "when does it open so slowly")  # type: ignore[arg-type]
    assert (1, 1) == (door.said, door.signs)


async def test_the_same_question_is_answered_once() -> None:
    """Many who ask the same in the same context cost one answer; another context is another question."""
    memo, answerer = Memo(), FakeAnswerer()
    replies = [await memo.ask(answerer, "when does it open", ()) for _ in range(3)]  # type: ignore[arg-type]
    assert replies[0] == replies[2]
    assert replies[2].trace.question == "when does it open"
    await memo.ask(answerer, "when does it open", ("who paid",))  # type: ignore[arg-type]
    assert answerer.heard == [("when does it open", ()), ("when does it open", ("who paid",))]


async def test_who_asks_what_is_being_answered_waits_for_that_answer() -> None:
    """Many who ask the same at once cost one answer, and one who leaves takes it from nobody."""
    memo, answerer = Memo(), FakeAnswerer()
    asked = [asyncio.ensure_future(memo.ask(answerer, "when so slowly", ())) for _ in range(20)]  # type: ignore[arg-type]
    await asyncio.sleep(0.02)
    assert not memo.crowded()
    asked.pop(0).cancel()
    assert 1 == len({reply.outcome for reply in await asyncio.gather(*asked)})
    assert [("when so slowly", ())] == answerer.heard


async def test_another_pack_is_asked_anew() -> None:
    """What was learnt anew answers anew."""
    memo, before, after = Memo(), FakeAnswerer(), FakeAnswerer()
    for answerer in (before, after):
        await memo.ask(answerer, "when does it open", ())  # type: ignore[arg-type]
    assert (len(before.heard), len(after.heard)) == (1, 1)


async def test_whoever_comes_in_a_crowd_is_told_to_wait() -> None:
    """Forty who ask different things at once by command are all answered, the later ones after a sign of it."""
    async with world() as here:
        results = await asyncio.gather(*(deferred(here, number) for number in range(40)))
        assert all(results)


async def test_nobody_is_made_to_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """When too much is asked at once, who asks anew is told so, alone and at once; what is known is still answered."""
    async with world(strict=False) as here:
        await here.mention("when does it open")
        monkeypatch.setattr(memo_of_replies, "_MOST", 0)
        await asking.ask(here.env.bot, Waiting(1), "when does it open")  # type: ignore[arg-type]
        shown = (await here.alice.slash(here.channel, "ask", question="when at last")).response
        assert shown
        assert (shown.content, shown.ephemeral) == (CROWDED, True)
        assert (await here.mention("when at last")).content == CROWDED


async def deferred(here: World, number: int) -> bool:
    """Ask by the bot's own flow, and say whether an answer came after at most one sign."""
    door = Waiting(number)
    await asking.ask(here.env.bot, door, f"when does it open {number}")  # type: ignore[arg-type]
    return door.said == 1 and door.signs == (1 if number >= 8 else 0)


@dataclass
class Waiting:
    """A way in that counts what comes back by it."""

    number: int
    said: int = 0
    signs: int = 0
    alone: bool = False
    takes: float = 0.0
    hidden: bool = False
    crowd: bool = False
    embeds: bool = True
    shy: bool = False
    loud: bool = False
    thanked: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """Somebody else each time."""
        return (1, self.number)

    async def say(self, sent: dict[str, object], *, alone: bool = False) -> int:
        """Count an answer, which is there after a while."""
        await asyncio.sleep(self.takes)
        del sent
        self.said += 1
        self.alone = alone
        return 1

    def url(self, message: int) -> str:
        """The address of a message."""
        return f"https://discord.com/{message}"

    async def acknowledge(self) -> None:
        """Count a sign."""
        self.signs += 1


async def test_few_replies_are_kept() -> None:
    """However many are asked, the latest questions' replies are enough."""
    memo, answerer = Memo(), FakeAnswerer()
    for number in range(2100):
        await memo.ask(answerer, f"a secret {number}", ())  # type: ignore[arg-type]
    assert len(memo._replies) == 2000


async def test_no_question_is_kept() -> None:
    """What is held are hashes and curated words, whatever the outcome; what quotes a question is given back whole."""
    memo, answerer = Memo(), hollin.answerer()
    asked = {
        *("How many raids were there on Hollin, zorblax?", "Why did Zorblax attack Hollin?"),
        *(
            "Did Hollin raid Zorblax in 2091?",
            "Who is Zorblax Quuxley?",
            "Who said that?",
            "zorblax!",
            "Tarnia zorblax?",
        ),
    }
    replies = [await memo.ask(answerer, question, ("And who paid Zorblax?",)) for question in asked]
    again = [memo.known(answerer, question, ("And who paid Zorblax?",)) for question in asked]
    assert replies == again
    assert {"correct", "decline"} <= {reply.outcome for reply in replies}
    assert "zorblax" in str(replies).lower()
    assert "zorblax" not in str(memo._replies).lower()


async def test_what_else_takes_time_waits_in_the_same_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """One call at a time, whatever it is for; where the line is too long, it is not taken."""
    memo, answerer = Memo(), FakeAnswerer()
    at_once: list[int] = []

    def checked() -> int:
        at_once.append(len(answerer.heard))
        return len(at_once)

    asked = asyncio.ensure_future(memo.ask(answerer, "when so slowly", ()))  # type: ignore[arg-type]
    await asyncio.sleep(0)
    assert [1, 2] == sorted(await asyncio.gather(memo.in_turn(checked), memo.in_turn(checked)))
    assert asked.done()
    monkeypatch.setattr(memo_of_replies, "_MOST", 0)
    with pytest.raises(CrowdedError):
        await memo.in_turn(checked)
