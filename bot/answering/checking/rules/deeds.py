"""Deeds: what the words around a name say that it does, whatever the word for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.checking.claim import keys
from bot.answering.checking.difference import Difference
from bot.answering.checking.rules.joint import SAME, joined
from bot.matching.guards.names import ACTORS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answering.checking.claim import Claim
    from bot.answering.checking.compared import Compared

_HELPING: Final = frozenset("has have had been also both still will would may might could".split())
_ARTICLES: Final = frozenset("the a an its their his her".split())
_SAYING: Final = frozenset({"say", "believe"})  # senses


def doers(compared: Compared) -> Iterator[Difference]:
    """A name in front of a word that stands behind other names only in the report."""
    told = {deed for claim in compared.passage.claims for deed in (*_deeds(claim), *_done_by(claim))}
    for name, what in sorted({*_deeds(compared.claim), *_done_by(compared.claim)} - told):
        if any(other == what for _, other in told) and not joined(compared, name, what):
            named = compared.claim.lexicon.terms[name].name
            yield Difference(f"the report does not say this of {named}", contrary=False)


def deeds(compared: Compared) -> Iterator[Difference]:
    """Somebody doing something to another, where the report never has the three in one breath."""
    for known in _done_to(compared.claim):
        if known[1] in compared.passage.affirmed and not any(
            said.issuperset(known) for said in compared.passage.together
        ):
            yield Difference("the report does not say who did this to whom", contrary=False)


def _deeds(claim: Claim) -> Iterator[tuple[str, str]]:
    """Each name with the word that follows it, over small words; not where a form of `be` makes it passive."""
    name, passive = "", False
    for token in claim.read:
        if claim.names_one_of(token, ACTORS):
            name, passive = "" if token.surface.endswith("'s") else claim.root(token)[1:], False
        elif token.content and not token.word.endswith("ly"):
            if name and token.sense not in _SAYING and (token.word.endswith("ing") or not passive):
                yield name, SAME.get(token.meaning, token.meaning)
            name = ""
        elif token.word in _HELPING:
            passive = passive or token.word == "been"
        else:
            name = ""


def _done_by(claim: Claim) -> Iterator[tuple[str, str]]:
    """Each name behind `by` with the words in front of it, the nearest two with a topic."""
    for at, token in enumerate(claim.read):
        name = next((one for one in claim.read[at + 1 : at + 3] if one.word not in _ARTICLES), token)
        if token.word == "by" and claim.names_one_of(name, ACTORS):
            before = [one for one in claim.read[:at] if one.content and not one.word.endswith("ly")][-2:]
            meant = {key for one in before if one.sense not in _SAYING for key in keys(one) if key[0] == "#"}
            yield from {(claim.root(name)[1:], SAME.get(key, key)) for key in meant}


def _done_to(claim: Claim) -> Iterator[tuple[str, str, str]]:
    """A name, a word with a topic that is none, and a name, with nothing but articles and auxiliaries between."""
    read = [token for token in claim.read if token.word not in _HELPING | _ARTICLES]
    for one, what, other in zip(read, read[1:], read[2:], strict=False):
        named = claim.names_one_of(one, ACTORS) and claim.names_one_of(other, ACTORS)
        if named and what.content and what.term is None and what.sense not in _SAYING:
            yield claim.root(one), what.meaning, claim.root(other)
