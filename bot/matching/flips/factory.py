"""Flips and perturbations of a whole pack, some of each kind for every candidate, spread over its phrasings."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bot.matching.flips.actor import actor
from bot.matching.flips.asked import ordered
from bot.matching.flips.attribution import attribution
from bot.matching.flips.date import date
from bot.matching.flips.direction import direction
from bot.matching.flips.made import Flip, Perturbation
from bot.matching.flips.negation import negation
from bot.matching.flips.number import number
from bot.matching.flips.place import place
from bot.matching.flips.premise import premise
from bot.matching.flips.quantity import quantity
from bot.matching.flips.rewording import apostrophe, case, filler, order, punctuation, spelling, typo
from bot.matching.flips.role import role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bot.matching.flips.asked import Asked, Change
    from bot.matching.flips.known import Known
    from bot.matching.lexicon import Lexicon

    Maker = Callable[[Asked, Known], Iterator[Change]]

FLIPS: Mapping[str, Maker] = {
    "role": role,
    "negation": negation,
    "number": number,
    "date": date,
    "place": place,
    "actor": actor,
    "direction": direction,
    "quantity": quantity,
    "premise": premise,
    "attribution": attribution,
}
PERTURBATIONS: Mapping[str, Maker] = {
    "typo": typo,
    "case": case,
    "order": order,
    "filler": filler,
    "punctuation": punctuation,
    "spelling": spelling,
    "apostrophe": apostrophe,
}
ANY_LANGUAGE = frozenset({"typo", "case", "punctuation", "spelling"})  # the other kinds are made of English words
EACH = 3  # made of one kind for one candidate at most
LEARNT = slice(EACH, EACH + 1)  # of these, what is learnt from: never what `eval --flips` asks
LONGEST = 20  # words of a phrasing that is turned round: in a longer one it is often the chat around it that turns
TAUGHT = slice(EACH + 1, EACH + 5)  # and what the discriminant learns from
TRIED = 60  # phrasings of a candidate that are turned at most in learning: where none of these can be, few others can
_SAME_WORDS = frozenset({"role", "negation"})  # kinds that bring no word of their own


def flips(known: Known, some: slice = slice(EACH), tried: int | None = None) -> tuple[Flip, ...]:
    """Changed phrasings that must not be answered plainly, in the order of the candidates and of `FLIPS`.

    `some` are those of one kind and candidate that are made, `tried` is how many of its phrasings are turned at most.
    """
    return tuple(
        Flip(change.text, asked.original, known.found[owner].id, kind, change.words)
        for owner, phrasings in known.asked.items()
        for kind, maker in _spoken(FLIPS, known.lexicon)
        for asked, change in islice(_flipped(kind, maker, phrasings, known, tried), some.start, some.stop)
    )


def perturbations(known: Known, some: slice = slice(EACH)) -> tuple[Perturbation, ...]:
    """Changed phrasings that mean the same, in the order of the candidates and of `PERTURBATIONS`, `some` of each."""
    return tuple(
        Perturbation(change.text, asked.original, known.found[owner].id, kind, change.words)
        for owner, phrasings in known.asked.items()
        for kind, maker in _spoken(PERTURBATIONS, known.lexicon)
        for asked, change in islice(_perturbed(kind, maker, phrasings, known), some.start, some.stop)
    )


def _spoken(kinds: Mapping[str, Maker], lexicon: Lexicon) -> list[tuple[str, Maker]]:
    """The kinds that can be made in the pack's language."""
    english = lexicon.language.startswith("en")
    return [(kind, maker) for kind, maker in kinds.items() if english or kind in ANY_LANGUAGE]


def _flipped(
    kind: str, maker: Maker, phrasings: Sequence[Asked], known: Known, tried: int | None
) -> Iterator[tuple[Asked, Change]]:
    """At most one flip of each phrasing that is not long."""
    for asked in _spread([asked for asked in phrasings if len(asked.words) <= LONGEST], kind)[:tried]:
        valid = (change for change in maker(asked, known) if _turned(kind, asked, change, known))
        yield from ((asked, change) for change in islice(valid, 1))


def _perturbed(kind: str, maker: Maker, phrasings: Sequence[Asked], known: Known) -> Iterator[tuple[Asked, Change]]:
    for asked in _spread(phrasings, kind):
        valid = (change for change in maker(asked, known) if change.text != asked.original)
        yield from ((asked, change) for change in islice(valid, 1))


def _spread(phrasings: Sequence[Asked], kind: str) -> list[Asked]:
    by_text = {asked.original: asked for asked in phrasings if asked.words}
    return [by_text[text] for text in ordered(by_text, kind)]


def _turned(kind: str, asked: Asked, change: Change, known: Known) -> bool:
    """Whether a flip asks what nothing in the pack does: the owner lacks its new words, and no other has all."""
    read = known.lexicon.read(change.text)
    if known.asks(read, in_order=kind == "role"):
        return False
    if kind in _SAME_WORDS:
        return True
    had = {word.token.key for word in asked.words}
    new = [token for token in read if token.key not in had]
    if kind == "date" and known.beside_hold(asked.owner, new):
        return False
    return not all(known.accounts[asked.owner].holds(t) for t in new) and not known.elsewhere(read, asked.owner)
