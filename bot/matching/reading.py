"""How a question can be read: whole, or without the small talk around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from bot.matching.small_talk import OPEN, asides, asks, attributes, of_asker, personal, points, relays, says, small_talk

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence

    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

_SENTENCE = re.compile(r"(?<=[.?!;:\n])[\s]+|\n+|\s[-–—]+\s|\s*…\s*|\.{3,}")
_CLAUSE = re.compile(r",\s+|[()]")
_SOON = 7  # words in which `a friend of mine says` has come to what he says
_ANYBODY = frozenset("a an my our some somebody someone people everybody everyone".split())
_MOST = 8  # readings tried of one text; more only cost time


class Part(NamedTuple):
    """A sentence that asks, or a clause that claims something beside it."""

    read: tuple[Token, ...]
    asks: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a text. `asked` are the tokens of what it asks: what it takes for granted stands in these.

    `said` is all that it says of the report, sentence by sentence in their order: these, and what is claimed beside.
    `typed` are the tokens of all the text. `alone` tells that it is what was left of a chatty text and points at
    nothing that was said there, `pieced` that nobody has written its words like this.
    """

    text: str
    tokens: tuple[Token, ...]
    asked: tuple[Token, ...]
    typed: tuple[Token, ...]
    said: tuple[Part, ...] = ()
    alone: bool = False
    pieced: bool = False

    def claimed(self, speaks_of: Callable[[Sequence[Token]], bool]) -> tuple[Token, ...]:
        """What it asks, with what it claims beside it as far as that is of something spoken of."""
        kept = (part.read for part in self.said if part.asks or speaks_of(part.read))
        return tuple(chain(*kept)) or self.asked


def readings(text: str, lexicon: Lexicon) -> tuple[Reading, ...]:
    """The whole text first, then its sentences and clauses where everything set aside is small talk, or but a name."""
    read = lexicon.read(text)
    parts = [part.strip() for part in _SENTENCE.split(text) if part and part.strip()]
    if len(parts) == 1 and not _CLAUSE.search(parts[0]):
        return (Reading(text, read, read, read),)
    talk = asides(parts, lexicon)
    kept = " ".join(part for part in parts if part not in talk)
    found = dict.fromkeys([text.strip(), *([kept] if kept else []), *_later_clauses(parts, talk, lexicon)])
    shorter = [t for t in list(found)[1:_MOST] if says(t, lexicon) > (t != kept)]
    said = _said(parts, talk, lexicon) if len(parts) > 1 else ()
    asked = tuple(chain(*(part.read for part in said if part.asks)))
    whole = Reading(text, read, asked or read, read, said)
    return (
        whole,
        *(_shorter(t, asked, whole, lexicon, alone=t == kept) for t in shorter),
        *_behind_names(whole),
    )


def _behind_names(whole: Reading) -> Iterator[Reading]:
    """What is asked, behind the names in all that is said around it, if there are any: `it` may be one of them."""
    said = whole.claimed(bool)
    known = {token.term for token in said}
    names = tuple({token.term: token for token in whole.typed if token.term and token.term not in known}.values())
    if names:
        read = (*names, *said)
        yield replace(whole, text=" ".join(token.surface for token in read), tokens=read, pieced=True)


def _shorter(text: str, asked: tuple[Token, ...], whole: Reading, lexicon: Lexicon, *, alone: bool) -> Reading:
    read = lexicon.read(text)
    return replace(whole, text=text, tokens=read, asked=asked or read, alone=alone and not points(read))


def _said(parts: list[str], talk: Container[str], lexicon: Lexicon) -> tuple[Part, ...]:
    """The sentences that ask, without asides, and clause by clause what else is said of the report.

    Where none asks, all does but small talk. What the asker has heard (`a friend says they never did`) is a claim only
    where the question points at it.
    """
    asking = [part for part in parts if part not in talk and asks(part, lexicon.read(part))]
    back = not asking or any(points(lexicon.read(part)) for part in asking)
    found: list[Part] = []
    for part in parts:
        if part in asking or (asking and _heads(part, lexicon)):
            found.append(Part(lexicon.read(_without_asides(part, lexicon)), asks=True))
        elif _claims(part, lexicon, back=back):
            clauses = [clause for clause in _CLAUSE.split(part) if not personal(clause, lexicon)] if asking else [part]
            told = [lexicon.read(clause) for clause in clauses if says(clause, lexicon)]
            found += (Part(read, asks=not asking or attributes(read)) for read in told)
    return tuple(found) if any(token.content for part in found for token in part.read) else ()


def _claims(part: str, lexicon: Lexicon, *, back: bool) -> bool:
    read = lexicon.read(part)
    heard = any(token.word in _ANYBODY for token in read[:1]) and relays(read[:_SOON])
    return not (personal(part, lexicon) or (heard and not back))


def _heads(part: str, lexicon: Lexicon) -> bool:
    """Whether a part is a heading, which belongs to what is asked: `the port: how far is it?`."""
    return part.endswith(":") and not of_asker(lexicon.read(part))


def _later_clauses(parts: list[str], talk: Container[str], lexicon: Lexicon) -> Iterator[str]:
    """The same, with small-talk clauses dropped from its sentences as well."""
    kept = ", ".join(filter(None, (_without_asides(part, lexicon) for part in parts if part not in talk)))
    if kept:
        yield kept


def _without_asides(part: str, lexicon: Lexicon) -> str:
    clauses = (clause.strip() for clause in _CLAUSE.split(part))
    return ", ".join(clause for clause in clauses if clause and not _aside(clause, lexicon))


def _aside(clause: str, lexicon: Lexicon) -> bool:
    """A clause that speaks of the asker or says nothing: `in 2019, …` and `… (by Russia)` are no asides."""
    read = lexicon.read(clause)
    speaks = of_asker(read)
    empty = not any(token.content or token.word in OPEN for token in read)  # `…, why?` asks
    return empty or (speaks and small_talk(clause, lexicon))
