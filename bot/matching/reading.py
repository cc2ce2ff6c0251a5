"""How a question can be read: whole, or without the small talk around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.matching.guards.nations import nation
from bot.matching.words import FILLER

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

_SENTENCE = re.compile(r"(?<=[.?!;:\n])[\s]+|\n+|\s[-–—]+\s|\s*…\s*|\.{3,}")
_CLAUSE = re.compile(r",\s+|[()]")
_OPEN = frozenset("who when where why how".split())
_WHICH = frozenset("whom whose what which".split())
_SPEAKER = frozenset("i im ive my me we our us myself".split())
_POINTING = frozenset("it its this these those he she him his her hers they them their theirs".split())
_BRIEF = 2  # words of a heading that is small talk, as `quick question: …` is
_MOST = 8  # readings tried of one text; more only cost time


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a text. `asked` are the tokens of what it asks: what it takes for granted stands in these.

    `alone` tells that it is what was left of a chatty text and points at nothing that was said there.
    """

    text: str
    tokens: tuple[Token, ...]
    asked: tuple[Token, ...]
    alone: bool = False


def readings(text: str, lexicon: Lexicon) -> tuple[Reading, ...]:
    """The whole text first, then its sentences and clauses where everything set aside is small talk, or but a name."""
    parts = [part.strip() for part in _SENTENCE.split(text) if part and part.strip()]
    if len(parts) == 1 and not _CLAUSE.search(parts[0]):
        return (Reading(text, lexicon.read(text), lexicon.read(text)),)
    talk = _small_talk_among(parts, lexicon)
    kept = " ".join(part for part in parts if part not in talk)
    found = dict.fromkeys([text.strip(), *([kept] if kept else []), *_later_clauses(parts, talk, lexicon)])
    shorter = [t for t in list(found)[1:_MOST] if _says(t, lexicon) > (t != kept)]
    granted = _granted(parts, talk, lexicon) if len(parts) > 1 else ""
    whole, asked = lexicon.read(text), lexicon.read(granted if _says(granted, lexicon) else text)
    return (
        Reading(text, whole, asked),
        *(_shorter(t, granted or t, lexicon, alone=t == kept) for t in shorter),
        *_behind_names(whole, asked),
    )


def _behind_names(whole: Sequence[Token], asked: tuple[Token, ...]) -> Iterator[Reading]:
    """What is asked, behind the names in all that is said around it, if there are any: `it` may be one of them."""
    known = {token.term for token in asked}
    names = tuple({token.term: token for token in whole if token.term and token.term not in known}.values())
    if names:
        read = (*names, *asked)
        yield Reading(" ".join(token.surface for token in read), read, asked)


def _shorter(text: str, granted: str, lexicon: Lexicon, *, alone: bool) -> Reading:
    read = lexicon.read(text)
    return Reading(text, read, lexicon.read(granted), alone=alone and not _points(read))


def _granted(parts: list[str], talk: Container[str], lexicon: Lexicon) -> str:
    """The sentences that ask, without asides, and what else is said of the report; all but small talk if none asks.

    What the asker has heard (`a friend says they never did`) is a claim only where the question points at it.
    """
    asking = [part for part in parts if part not in talk and _asks(part, lexicon.read(part))]
    back = any(_points(lexicon.read(part)) for part in asking)
    kept = [part for part in parts if part in asking or _claims(part, lexicon, back=back or not asking)]
    return " ".join(_without_asides(part, lexicon) if part in asking else part for part in kept)


def _claims(part: str, lexicon: Lexicon, *, back: bool) -> bool:
    read = lexicon.read(part)
    heard = any(token.word in _ANYBODY for token in read[:1]) and _relays(read)
    return part.endswith(":") or not (_personal(part, lexicon) or (heard and not back))


def _points(read: Iterable[Token]) -> bool:
    """Whether something is pointed at that was said before."""
    return any(token.word in _POINTING for token in read)


def _says(text: str, lexicon: Lexicon) -> int:
    return sum(token.content for token in lexicon.read(text))


def _small_talk_among(parts: list[str], lexicon: Lexicon) -> frozenset[str]:
    """Which sentences are small talk: not what stands behind a heading, unless it speaks of the asker."""
    pairs = zip(["", *parts], parts, strict=False)
    return frozenset(part for head, part in pairs if _small_talk(part, lexicon, headed=head.endswith(":")))


def _personal(part: str, lexicon: Lexicon) -> bool:
    """Whether a sentence is of the asker, and relays nothing, or at least of nothing that the report speaks of."""
    read = lexicon.read(part)
    speaks = any(token.word in _SPEAKER for token in read)
    names = any(token.term or token.word.isdigit() or nation(token.word) for token in read)
    about = any(token.content and token.word in lexicon.vocabulary.said for token in read)
    return not (_relays(read) and names) if speaks else not about


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
    speaks = any(token.word in _SPEAKER for token in read)
    asks = any(token.content or token.word in _OPEN for token in read)  # `…, why?` asks
    return not asks or (speaks and _small_talk(clause, lexicon))


def _small_talk(part: str, lexicon: Lexicon, *, headed: bool = False) -> bool:
    """A part that speaks of the asker, or names nothing of the report, asks nothing and stands behind no heading."""
    read = lexicon.read(part)
    opens = any(token.word in _OPEN | _WHICH for token in read)
    if not any(token.content for token in read):
        return not opens or any(token.word == "you" for token in read)  # `why is that?`, but `how are you?`
    speaks = any(token.word in _SPEAKER for token in read)
    claims = any(token.word.isdigit() or nation(token.word) for token in read)
    known = any(token.content and token.word in lexicon.vocabulary.said for token in read)
    heads = part.endswith(":") and len(read) > _BRIEF and known  # `Aim of the worst raids: …` says what of
    if any(token.word in _ATTRIBUTING for token in read) or ((claims or heads or headed) and not speaks):
        return False
    names = sum(token.term is not None for token in read)
    favour = [t.word for t in read[1:2]] == ["you"] and read[0].word in _COULD and not opens  # `Could you help me out?`
    return (not _asks(part, read) or favour) and (names == 0 or (speaks and names <= 1))


def _relays(read: Iterable[Token]) -> bool:
    return any(token.sense in {"say", "believe"} or token.word in _RELAYING for token in read)


def _asks(part: str, read: Sequence[Token]) -> bool:
    first = next((token.word for token in read if token.word not in _LEADING), "")
    return part.endswith("?") or first in _ASKING or any(token.word in _OPEN | _WHICH for token in read[:3])


_RELAYING = frozenset("read hear heard told saw gather says insists".split())
_LEADING = FILLER | {"and", "but", "so", "then", "all"}
_ANYBODY = frozenset("a an my our some somebody someone people everybody everyone".split())
_COULD = frozenset("can could will would".split())
_ATTRIBUTING = frozenset({"according", "per"})  # `according to X, …` says whose word it is
_ASKING = frozenset(
    "who whom whose what which when where why how is are was were do does did has have had can could will would".split()
)
