"""Replies given before, so that a question asked by many costs its time once; no question is kept, only its hash."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from bot.discord_bot.blanks import blanked, filled

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from bot.answering.answerer import Answerer
    from bot.model.reply import Reply

Found = TypeVar("Found")

_HELD = 2000
_MANY = 8  # questions in line
_MOST = 400  # the same, so that nobody waits much longer than ten seconds


class CrowdedError(Exception):
    """So many questions are in line that another one is not taken."""


class Memo:
    """The latest replies of one answerer; another answerer, over a changed pack, starts anew.

    New questions are answered one at a time, beside the event loop, so that whoever comes meanwhile is heard at once.
    """

    def __init__(self) -> None:
        self._answerer: Answerer | None = None
        self._replies: OrderedDict[bytes, Reply] = OrderedDict()
        self._turn = asyncio.Lock()
        self._line: dict[object, asyncio.Task[Any]] = {}

    def crowded(self) -> bool:
        """Whether so many questions are in line that the last of them has to wait long."""
        return len(self._line) > _MANY

    def known(self, answerer: Answerer, question: str, context: tuple[str, ...]) -> Reply | None:
        """Give the reply to a question after earlier ones, if it was asked before."""
        if answerer is not self._answerer:
            self._answerer = answerer
            self._replies.clear()
            self._line = {}
        reply = self._replies.get(_hash(question, context))
        return filled(reply, (question, *context)) if reply else None

    async def ask(self, answerer: Answerer, question: str, context: tuple[str, ...]) -> Reply:
        """Give the answerer's reply to a question after earlier ones, asked anew, in line already, or remembered.

        May raise CrowdedError.
        """
        if known := self.known(answerer, question, context):
            return known
        work = partial(self._answered, answerer, question, context)
        return await self._joined(_hash(question, context), work)

    async def in_turn(self, call: Callable[[], Found]) -> Found:
        """Make a call that takes as long as an answer, beside the event loop, when its turn comes.

        May raise CrowdedError.
        """
        return await self._joined(object(), partial(self._called, call))

    async def _joined(self, name: object, work: Callable[[], Coroutine[Any, Any, Found]]) -> Found:
        """Join the line with some work, or wait for what is there by that name."""
        line = self._line
        if name not in line and len(line) >= _MOST:
            raise CrowdedError
        if name not in line:
            line[name] = asyncio.create_task(work())
            line[name].add_done_callback(lambda _: line.pop(name))
        found: Found = await asyncio.shield(line[name])  # whoever gives up waiting takes it from nobody
        return found

    async def _answered(self, answerer: Answerer, question: str, context: tuple[str, ...]) -> Reply:
        reply = await self._called(partial(answerer.ask, question, context))
        self._keep(answerer, reply, context)
        return reply

    async def _called(self, call: Callable[[], Found]) -> Found:
        async with self._turn:
            return await asyncio.to_thread(call)

    def _keep(self, answerer: Answerer, reply: Reply, context: tuple[str, ...]) -> None:
        if answerer is self._answerer:  # else the pack has changed while this was answered
            question = reply.trace.question
            self._replies[_hash(question, context)] = blanked(reply, (question, *context))
        if len(self._replies) > _HELD:
            self._replies.popitem(last=False)


def _hash(question: str, context: tuple[str, ...]) -> bytes:
    return hashlib.blake2b(json.dumps([question, *context]).encode(), digest_size=16).digest()
