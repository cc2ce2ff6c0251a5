"""Replies given before, so that a question asked by many costs its time once; no question is kept, only its hash."""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answering.answerer import Answerer
    from bot.model.reply import Reply

_HELD = 2000


class Memo:
    """The latest replies of one answerer; another answerer, over a changed pack, starts anew."""

    def __init__(self) -> None:
        self._answerer: Answerer | None = None
        self._replies: OrderedDict[bytes, Reply] = OrderedDict()

    def ask(self, answerer: Answerer, question: str, context: tuple[str, ...]) -> Reply:
        """Give the answerer's reply to a question after earlier ones, asked anew or remembered."""
        if answerer is not self._answerer:
            self._answerer = answerer
            self._replies.clear()
        key = hashlib.blake2b(json.dumps([question, *context]).encode(), digest_size=16).digest()
        reply = self._replies.get(key) or answerer.ask(question, context)
        self._keep(key, reply)
        return _asked(reply, question)

    def _keep(self, key: bytes, reply: Reply) -> None:
        self._replies[key] = _asked(reply, "")
        self._replies.move_to_end(key)
        if len(self._replies) > _HELD:
            self._replies.popitem(last=False)


def _asked(reply: Reply, question: str) -> Reply:
    return replace(reply, trace=replace(reply.trace, question=question))
