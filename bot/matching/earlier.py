"""What a follow-up hangs on, and the ways to read it behind that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.matching.answer_kind import kinds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

# `by whom?` is not `who?`, `from where?` not `where?`
_TURNING = frozenset("by from about against with to for".split())
_ASKING = frozenset("who whom whose what which where".split())
THAT = frozenset("it its that this these those them they their theirs there then".split())
PERSONAL = frozenset("he him his she her hers".split())
_POINTING = THAT | PERSONAL | {"same", "again", "too", "also"}
_SENTENCE = 4  # words of the shortest question of its own, unlike `near what town?`
_REACH = frozenset("only just all both also too elsewhere everywhere".split())


@dataclass(frozen=True, slots=True)
class Earlier:
    """The question before, and the `entry` that answered it, if one did.

    `refused` tells that what it takes for granted was not let pass.
    """

    question: str
    entry: str | None = None
    refused: bool = False


def turned(read: Sequence[Token]) -> bool:
    """Whether a mere question word is turned by another: what is near may answer another side of it.

    `With what?` is not: it asks for a kind of answer of its own. `Who did it?` is: it asks who did what is told.
    """
    words = {token.word for token in read}
    asks = any(token.content for token in read) or "means" in kinds(read)
    return not asks and (bool(words & _TURNING) or {"who", "did"} <= words)


def points(read: Sequence[Token]) -> bool:
    """Whether a question can't be understood alone: `and what for?`, `did they?`, `rockets again?`."""
    words = [token.word for token in read]
    return words[:1] == ["and"] or bool(_POINTING.intersection(words))


def sentence(read: Sequence[Token]) -> bool:
    """Whether a question may be one of its own: it has a topic, points at nothing and is no fragment."""
    return len(read) >= _SENTENCE and any(token.content for token in read) and not points(read)


def turning(read: Sequence[Token]) -> re.Pattern[str] | None:
    """What finds the words that a turned question asks by, as `by whom` or `who … by`; None where none is there."""
    words = [token.word for token in read]
    by = next((word for word in words if word in _TURNING), "")
    asked = next((word for word in words if word in _ASKING), None)
    if asked is None:
        return None
    who = "whom?" if asked in {"who", "whom"} else asked
    return re.compile(rf"\b{by} {who}\b|^{who}\b.*\b{by}\W*$", re.IGNORECASE)


def adds(read: Sequence[Token]) -> tuple[Token, ...] | None:
    """The content words of a follow-up, but those that ask how far an answer goes (`only there?`).

    None for what has no content, asks for no kind of answer and not how far one goes: it adds nothing.
    """
    reach = any(token.word in _REACH for token in read)
    content = tuple(token for token in read if token.content and token.word not in _REACH)
    return content if content or reach or kinds(read) else None


def topics(earlier: Earlier, read: Sequence[Token], lexicon: Lexicon) -> Sequence[tuple[Token, ...]]:
    """What `there`, `they` or `why?` may be about, each as words to be read before a follow-up.

    The names in the question before, and all its content. Where it was refused, or the follow-up is turned, only that.
    """
    asked = lexicon.read(earlier.question)
    names, content = (tuple(t for t in asked if t.term), tuple(t for t in asked if t.content))
    whole = earlier.refused or turned(read)
    return tuple(words for words in dict.fromkeys((content,) if whole else (names, content)) if words)
