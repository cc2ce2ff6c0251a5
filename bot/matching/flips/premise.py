"""Added premises: a circumstance that nothing in the answer accounts for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.matching.flips.asked import ordered
from bot.matching.flips.clause import WH, contrasts, identity, terse, verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.matching.flips.asked import Asked, Change
    from bot.matching.flips.known import Known

_SENTENCES = re.compile(r"[.?!;:…]\s")  # the last of several may be small talk, to which nothing can be added
_FORCE = frozenset("attack airstrike barrage rocket drone operation fight war kill explode".split())
_DEEDS = (
    ", killing 12 people",
    " with chemical weapons",
    " from a submarine",
    " during the earthquake",
    ", injuring three children",
    " with hand grenades",
    " in broad daylight",
)
_CIRCUMSTANCES = (
    " because of the earthquake",
    " in exchange for a loan",
    " after the hurricane",
    " at the wedding",
    " despite the lawsuit",
    " on the orders of the king",
    " under the new constitution",
    " before the football match",
)
_TAGS = WH | {"right", "for", "please", "true", "they"}  # after which nothing can follow
_ASPECTS = (" casualties", " codename", " insurance cost", " photos", " soundtrack")
_MAKES = (" model number", " manufacturer", " serial numbers")
_ARMS = frozenset("rocket drone weapon tank camera plane vehicle".split())


def premise(asked: Asked, known: Known) -> Iterator[Change]:
    """A clause added to a sentence, or an aspect to a bare topic, all of whose words are strange to the answer."""
    if contrasts(asked) or identity(asked) or set(asked.said[-1:]) & _TAGS or _SENTENCES.search(asked.text):
        return
    for text in ordered(_fitting(asked), asked.text):
        if known.strange(asked.owner, text):
            yield asked.suffix(text)


def _fitting(asked: Asked) -> tuple[str, ...]:
    """What may be added: nothing to a sentence in which nobody does anything."""
    senses = {word.token.sense for word in asked.words}
    if terse(asked):
        return _MAKES if _ARMS & senses else _ASPECTS
    if _FORCE & senses:
        return _DEEDS
    return _CIRCUMSTANCES if verb(asked) is not None else ()
