"""Attribution changes: somebody else is said to have said it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bot.matching.flips.actor import speaker
from bot.matching.flips.asked import ordered
from bot.matching.flips.clause import contrasts, identity, terse
from bot.matching.flips.naming import outside_bodies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.matching.flips.asked import Asked, Change
    from bot.matching.flips.known import Known

_SAYING = frozenset("say believe suspect predict criticise describe argue accuse announce report".split())
_SOURCES = frozenset("according article report story text author paper view opinion source piece news".split())
_SPEAKERS = frozenset({"person", "organisation", "organization"})


def attribution(asked: Asked, known: Known) -> Iterator[Change]:
    """The speaker of a phrasing changed, or one put in front who has nothing to do with the answer."""
    yield from speaker(asked, known)
    if contrasts(asked) or identity(asked) or terse(asked) or _attributed(asked):
        return
    if asked.text.rstrip().endswith("?") and len(asked.words) > 3:  # noqa: PLR2004 - a whole sentence
        names = (*_speakers(asked, known)[:1], *islice(outside_bodies(known, asked.text), 1))
        for name in ordered(names, asked.text):
            change = asked.prefix(f"According to {name},")
            yield change._replace(words=(name,))


def _speakers(asked: Asked, known: Known) -> list[str]:
    named = known.named(asked.owner)
    barred = {kin for term in named | known.wide for kin in known.house(term)}
    found = [t.name for t in known.lexicon.terms.values() if t.kind in _SPEAKERS and t.id not in barred]
    return ordered(found, asked.text)


def _attributed(asked: Asked) -> bool:
    return any(word.token.sense in _SAYING or word.token.word in _SOURCES for word in asked.words)
