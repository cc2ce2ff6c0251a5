"""The quarrel over Hollin: an invented report, rich enough to learn from, learnt once a run."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from bot.answering.answerer import Answerer
from bot.knowledge.loader import load_pack
from bot.matching.account import Account
from bot.matching.build import _fitted, build
from bot.matching.candidates import candidates
from bot.matching.examples import Examples
from bot.matching.flips import Known
from bot.matching.guards import PROFILES, Considered
from bot.matching.kernel import Shape
from bot.matching.learning import lexicon_of
from bot.matching.likeness import Likeness
from bot.matching.mutual import Mutual
from bot.matching.nearest import Near
from bot.matching.neighbourhoods import TOGETHER
from bot.matching.space import Space
from bot.matching.worded import Worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.matching.left_out import LeftOut
    from bot.matching.matcher import Matcher
    from bot.matching.normalise import Token
    from bot.matching.regression import Fit
    from bot.model.entries import Entry, Fact, Pack
    from bot.model.reply import Reply

SHAPE: Final = Shape((0.45, 0.2, 0.35), 0.25, 0.1)
FOLDER = Path(__file__).parent / "answering/pack_of_hollin"


@cache
def pack() -> Pack:
    """The pack as its curator left it."""
    return load_pack(FOLDER)


@cache
def answerer() -> Answerer:
    """The pack, learnt without a store."""
    return Answerer((pack(),))


@cache
def matcher() -> Matcher:
    """The matcher of that answerer."""
    return answerer()._desks[0].matcher


@cache
def spaces() -> tuple[Space, Space, Space]:
    """The phrasings in three feature spaces."""
    words, pairs, pieces = (Space.of([one[i] for one in examples().features]) for i in range(3))
    return words, pairs, pieces


@cache
def likeness() -> Likeness:
    """How alike a question is to the phrasings, in words."""
    return Likeness.of(examples(), spaces(), None, SHAPE.weights)


@cache
def mutual() -> Mutual:
    """How alike the phrasings are to each other, in words."""
    return Mutual.of(spaces(), None, SHAPE.weights)


def fitted(together: int = TOGETHER) -> Fit:
    """The regression over all phrasings; a pack of more rows than `together` is solved in neighbourhoods."""
    with pytest.MonkeyPatch.context() as patched:
        for name, size in (("TOGETHER", together), ("OWN", together // 2), ("NEAR", together // 4)):
            patched.setattr(f"bot.matching.neighbourhoods.{name}", size)
        return _fitted(examples(), Near.of(known().worded), likeness(), mutual(), SHAPE)[1]


def left_out() -> LeftOut:
    """The pack left out, row by row."""
    return build(examples(), Near.of(known().worded), matcher().lexicon, matcher().learnt.parts)[1]


def considered(read: tuple[Token, ...], at: int, without: Sequence[Token] = ()) -> Considered:
    """A question held against one candidate."""
    own = matcher()
    return Considered(read, own.account(at), own.lexicon, own.weigh, own.learnt.parts, without)


@cache
def known() -> Known:
    """The pack as its own lexicon reads it."""
    found = candidates(pack())
    lexicon = lexicon_of(pack(), found)
    worded = [Worded.of(candidate, lexicon) for candidate in found]
    accounts = [Account.of(*pair, lexicon, PROFILES) for pair in zip(found, worded, strict=True)]
    return Known(found, worded, accounts, lexicon)


@cache
def examples() -> Examples:
    """The pack's phrasings as they are learnt from."""
    return Examples.of(known().found, known().worded, known().accounts)


def ask(question: str, *context: str) -> Reply:
    """A reply over this pack."""
    return answerer().ask(question, context)


def entry(key: str) -> Entry:
    """One entry of the pack."""
    return next(entry for entry in pack().entries if entry.id == key)


def fact(key: str) -> Fact:
    """One fact of the pack."""
    return next(fact for fact in pack().facts if fact.id == key)
