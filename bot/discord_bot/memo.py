"""Replies given before, so that a question asked by many costs its time once; no question is kept, only its hash."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections import OrderedDict
from typing import TYPE_CHECKING

from bot.discord_bot.blanks import blanked, filled

if TYPE_CHECKING:
    from bot.answering.answerer import Answerer
    from bot.model.reply import Reply

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
        self._line: dict[bytes, asyncio.Task[Reply]] = {}

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
        line, name = self._line, _hash(question, context)
        if name not in line and len(line) >= _MOST:
            raise CrowdedError
        if name not in line:
            line[name] = asyncio.create_task(self._in_turn(answerer, question, context))
            line[name].add_done_callback(lambda _: line.pop(name))
        return await asyncio.shield(line[name])  # whoever gives up waiting takes it from nobody

    async def _in_turn(self, answerer: Answerer, question: str, context: tuple[str, ...]) -> Reply:
        async with self._turn:
            reply = await asyncio.to_thread(answerer.ask, question, context)
        self._keep(answerer, reply, context)
        return reply

    def _keep(self, answerer: Answerer, reply: Reply, context: tuple[str, ...]) -> None:
        if answerer is self._answerer:  # else the pack has changed while this was answered
            question = reply.trace.question
            self._replies[_hash(question, context)] = blanked(reply, (question, *context))
        if len(self._replies) > _HELD:
            self._replies.popitem(last=False)


def _hash(question: str, context: tuple[str, ...]) -> bytes:
    return hashlib.blake2b(json.dumps([question, *context]).encode(), digest_size=16).digest()
