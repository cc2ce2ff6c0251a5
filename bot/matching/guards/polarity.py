"""Negation: a question that denies what the answer affirms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.guards.conflict import Conflict, Considered, digest
from bot.matching.words import NEGATION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

_AUXILIARY = frozenset("do does did is are was were have has had can could will would should".split())
_ASKING = frozenset("who whom whose what which when where how why".split())
_FALSE = frozenset({"false", "untrue"})  # `it is false that …`
_DENYING = NEGATION | _FALSE
_COMMON = 0.1  # of the candidate's phrasings with a negation, from which on one more says nothing
_AGAINST = frozenset("against refrain avoid stop off out refuse prevent whether or".split())  # deny, too, or leave open
_TURNING = _DENYING | _AGAINST
_MAJORITY = 4  # phrasings that must deny a word for each one that has it plainly
_ASKER = frozenset("i my we".split())
_BEGINS = 3  # words in which a question word shows that it asks
_AFFIRMED = 2  # phrasings that must have the word without a negation, unless the answer has it


def polarity(considered: Considered) -> Conflict | None:
    """A word denied in the question that the candidate has, and never denies."""
    denied = considered.known(denials)
    for negation, token in _denied(considered.read):
        affirmed = considered.asks(token.meaning) >= _AFFIRMED or token.key in considered.account.said
        if affirmed and not denied[token.meaning,]:
            finding = f"the question denies (“{negation.surface}”) what the report affirms"
            return Conflict("polarity", (negation.surface,), finding, premise=True)
    return _asked_of_none(considered) or _affirmed(considered) or _turned(considered)


def _turned(considered: Considered) -> Conflict | None:
    """The very words of a phrasing, without its negation, or with one: `what did go down well` where it did not."""
    (asked,) = sides(considered.text, considered.lexicon)
    words, denies = asked
    if considered.seen(sides, asked) or not considered.seen(sides, (words, not denies)):
        return None
    negation = next((token.surface for token in considered.text if token.word in _DENYING), None)
    if denies and negation:
        finding = f"the question denies (“{negation}”) what the report affirms"
        return Conflict("polarity", (negation,), finding, premise=True)
    return Conflict("polarity", (), "the report denies what the question affirms", premise=True)


def sides(read: Sequence[Token], _: Lexicon) -> Iterator[tuple[str, bool]]:
    """All the words of a phrasing, as a digest, and whether it denies any."""
    words = sorted(token.meaning for token in read if token.word not in NEGATION)
    yield digest(words), any(True for _ in _denied(read))


def _affirmed(considered: Considered) -> Conflict | None:
    """A word that the candidate denies, in its answer and nearly wherever it is asked with it, and the question not."""
    if any(token.word in _TURNING for token in considered.read):
        return None
    told, denied = considered.told(denials), considered.known(denials)
    for token in considered.read:
        plain = considered.asks(token.meaning) - denied[token.meaning,]
        if token.content and (token.meaning,) in told and _MAJORITY * plain <= denied[token.meaning,]:
            finding = f"the report denies what the question affirms with “{token.surface}”"
            return Conflict("polarity", (token.surface,), finding, premise=True)
    return None


def _asked_of_none(considered: Considered) -> Conflict | None:
    """`Where did they not strike?` asks for the rest of the world, unless the candidate is often asked like that."""
    denied = considered.known(denials)
    found = _denied(considered.read)
    negation = next((one for one, token in found if one.word != "no" or not denied[token.meaning,]), None)
    asks = any(token.word in _ASKING for token in considered.read[:_BEGINS])
    if negation is None or not asks or considered.seen(denials, ()) >= _COMMON * considered.size:
        return None
    return Conflict(
        "polarity", (negation.surface,), f"the report does not say so with “{negation.surface}”", premise=True
    )


def denials(read: Sequence[Token], _: Lexicon) -> Iterator[tuple[str, ...]]:
    """What is denied, and that anything is."""
    for _negation, token in _denied(read):
        yield ()
        yield (token.meaning,)


def _denied(read: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Negations with the word that each denies: not the polite `isn't it …`, nor a tag at the end (`…, or not?`).

    `All or none`, `a yes or a no` leave it open; `I had no answer`, `we never say` speak of the asker.
    """
    opens = any(token.word == "yes" for token in read)
    for at, token in enumerate(read):
        if token.word not in _DENYING:
            continue
        polite = at <= 1 and read[0].word in _AUXILIARY
        before = [one.word for one in read[max(0, at - 2) : at]]
        asker = bool(_ASKER.intersection(before)) and before[0] not in _AUXILIARY  # `what should we not print?` denies
        left_open = (opens and token.word == "no") or (at > 0 and read[at - 1].word == "or")
        after = next((t for t in read[at + 1 :] if t.content), None)
        if after is not None and not (polite or left_open or asker):
            yield token, after
