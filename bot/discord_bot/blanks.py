"""A reply without the words of its question: blanks in their places, filled when the same is asked again."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.model.reply import Correct, Decline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.model.reply import Reply

_WORD = re.compile(r"\w+")
_BLANK = re.compile("\0([0-9]+)\0")


def blanked(reply: Reply, asked: Sequence[str]) -> Reply:
    """Take out the question, and every word of what was `asked`: the question and those before it."""
    places = {word: f"\0{place}\0" for place, word in enumerate(_words(asked))}
    blank = _with(reply, lambda text: _WORD.sub(lambda word: places.get(word[0], word[0]), text))
    return replace(blank, trace=replace(blank.trace, question=""))


def filled(reply: Reply, asked: Sequence[str]) -> Reply:
    """Put back what `blanked` took out; `asked` must be the same, the question first."""
    words = _words(asked)
    whole = _with(reply, lambda text: _BLANK.sub(lambda blank: words[int(blank[1])], text))
    return replace(whole, trace=replace(whole.trace, question=asked[0]))


def _words(asked: Sequence[str]) -> list[str]:
    found = _WORD.findall("\n".join(asked))
    return [*found, *map(str.casefold, found)]


def _with(reply: Reply, change: Callable[[str], str]) -> Reply:
    """Change what may quote the question; all else that a reply says was written by a curator."""
    match reply:
        case Correct():
            return replace(reply, presumed=change(reply.presumed))
        case Decline():
            return replace(reply, says=change(reply.says))
    return reply
