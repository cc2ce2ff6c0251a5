"""What became of an answer: whether its receipt still stands, and the code itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.render import limits
from bot.render.card import AMBER, GREEN, GREY, Card

if TYPE_CHECKING:
    from bot.model.reply import Answer, Correct

_CODE = re.compile(r"\W*(?P<entry>\w[\w.-]*)\s*@\s*(?P<revision>[0-9a-f]{4,64})\W*", re.IGNORECASE)


def code(reply: Answer | Correct) -> str:
    """The receipt of what was said: the entry, and a hash of its words and of what they rest on."""
    return f"{reply.entry}@{reply.revision}"


def parsed(text: str) -> tuple[str, str] | None:
    """The entry and the hash of a receipt code, as somebody copied it; None for what is none."""
    found = _CODE.fullmatch(text.replace("\u200b", ""))
    return (found["entry"], found["revision"].casefold()) if found else None


def stands(answer: Answer) -> dict[str, object]:
    """The answer is said today in the very same words."""
    told = f"What `{_shown(code(answer))}` says is said today in the same words, on the same passages."
    return Card(label="✅ Still stands", color=GREEN, description=told).build()


def changed(given: str, answer: Answer) -> dict[str, object]:
    """The entry answers otherwise by now; its answer follows."""
    now = _shown(code(answer))
    told = f"`{_shown(given)}` was changed since: its words, or what they rest on. What stands now, `{now}`:"
    return Card(label="⚠️ Changed since", color=AMBER, description=told).build()


def withdrawn(given: str) -> dict[str, object]:
    """No entry has this name: it is there no more, or the code has a slip in it."""
    told = f"No answer is called `{_shown(given)}`: it was withdrawn, or the code is not copied whole."
    return Card(label="⛔ Not there", color=GREY, description=told).build()


def _shown(text: str) -> str:
    return limits.cut(limits.clean(text).replace("`", "'"), 200)
