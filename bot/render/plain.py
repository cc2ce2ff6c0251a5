"""A reply as plain text, the `text` of the contract: short answer, fuller text and hedge, without the footnote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.model.reply import Answer, Clarify, Correct, Decline, Reply
from bot.render import limits
from bot.render.premise import without_verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

LIMIT = 700
_NEAR = 3


def text(reply: Reply) -> str:
    """What the user reads, at most 700 characters, cut at a word with … where it must be."""
    match reply:
        case Answer():
            return _hedged(_answer(reply), reply.hedge)
        case Correct():
            return _hedged(_correct(reply), reply.hedge)
        case Clarify():
            return _fitted(_clarify(reply))
        case Decline():
            return _fitted(_decline(reply))


def sentence(words: str) -> str:
    """Words with a full stop where they end without a mark of their own."""
    cleaned = limits.clean(words)
    return cleaned if not cleaned or cleaned[-1] in ".!?…:" else f"{cleaned}."


def _answer(reply: Answer) -> str:
    return _joined((sentence(reply.lead or ""), sentence(reply.short), limits.clean(reply.detail)))


def _correct(reply: Correct) -> str:
    presumed = sentence(f"Not as asked: {limits.clean(reply.presumed)}")
    says = (sentence(without_verdict(reply.short)), limits.clean(without_verdict(reply.detail)))
    return _joined((presumed, "What the report says:", *says))


def _clarify(reply: Clarify) -> str:
    options = (f"{number}. {limits.clean(option.question)}" for number, option in enumerate(reply.options, start=1))
    return "\n".join(("Did you mean", *options))


def _decline(reply: Decline) -> str:
    near = "; ".join(f"“{limits.clean(related.question)}”" for related in reply.trace.related[:_NEAR])
    told = _joined((sentence(reply.says), sentence(reply.searched)))
    whole = _joined((told, f"Nearest that it does answer: {near}." if near else ""))
    return whole if limits.units(whole) <= LIMIT else told


def _hedged(told: str, hedge: str | None) -> str:
    """The text and, never cut away, the estimative word of its source."""
    if not hedge:
        return _fitted(told)
    chip = f"(The source's own word: “{limits.cut(limits.clean(hedge), 60)}”.)"
    return _joined((limits.cut(told, LIMIT - limits.units(chip) - 1), chip))


def _fitted(told: str) -> str:
    return limits.cut(told, LIMIT)


def _joined(parts: Iterable[str]) -> str:
    return " ".join(part for part in parts if part)
