"""What became of an answer: whether its receipt still stands, and the code itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.render import limits
from bot.render.card import AMBER, GREEN, GREY, Card

if TYPE_CHECKING:
    from bot.model.reply import Answer, Correct

_CODE = re.compile(
    r"(?<![\w.@-])(?P<entry>\w[\w.-]*)\s*@\s*(?P<revision>[0-9a-f]{4,64})(?![\w@]|[.-]\w)", re.IGNORECASE
)


def code(reply: Answer | Correct) -> str:
    """The receipt of what was said: the entry, and a hash of its words and of what they rest on."""
    return f"{reply.entry}@{reply.revision}"


def parsed(text: str) -> tuple[str, str] | None:
    """The entry and the hash of the one receipt code in a text, such as a whole footer; None for none or several."""
    found = {(each["entry"], each["revision"].casefold()) for each in _CODE.finditer(text.replace("\u200b", ""))}
    return found.pop() if len(found) == 1 else None


def covers(revision: str, answer: Answer) -> bool:
    """Whether the hash of a receipt is that of what is said today; it may be shorter, never longer."""
    return answer.revision.startswith(revision)


def stands(answer: Answer) -> dict[str, object]:
    """The answer is said today in the very same words."""
    told = f"What `{_shown(code(answer))}` says is said today in the same words, on the same passages."
    return Card(label="✅ Still stands", color=GREEN, description=told).build()


def changed(given: str, answer: Answer) -> dict[str, object]:
    """The entry answers otherwise by now; its answer follows."""
    now = _shown(code(answer))
    told = f"`{_shown(given)}` was changed since: its words, or what they rest on. What stands now, `{now}`:"
    return Card(label="⚠️ Changed since", color=AMBER, description=told).build()


def withdrawn(given: str, near: str | None = None) -> dict[str, object]:
    """No entry has this name: it is there no more, or the code has a slip in it; `near` is the name most like it."""
    told = f"No answer is called `{_shown(given)}`: it was withdrawn, or the code is not copied whole."
    told += f" The nearest that there is: `{_shown(near)}`." if near else ""
    return Card(label="⛔ Not there", color=GREY, description=told).build()


def _shown(text: str) -> str:
    return limits.cut(limits.clean(text).replace("`", "'"), 200)
