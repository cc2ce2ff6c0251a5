"""Actor changes: somebody else in an actor's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.flips.asked import ordered
from bot.matching.flips.clause import contrasts
from bot.matching.flips.naming import outside_countries, spelt
from bot.matching.guards.names import ACTORS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.matching.flips.asked import Asked, Change, Word
    from bot.matching.flips.known import Known

_SETTING = frozenset("in inside within across throughout near into from".split())
_SAYING = frozenset("say believe suspect predict claim doubt describe argue".split())
_OPINION = frozenset("view opinion eyes words account judgement judgment assessment".split())


def actor(asked: Asked, known: Known) -> Iterator[Change]:
    """One whom the answer names too replaced by one of the same kind whom it doesn't, or by an outside country."""
    for word in _spoken_of(asked, known, speaking=False):
        yield from (asked.put((word, other)) for other in others(asked, word, known))


def speaker(asked: Asked, known: Known) -> Iterator[Change]:
    """The same for somebody whose words or view are asked for."""
    for word in _spoken_of(asked, known, speaking=True):
        yield from (asked.put((word, other)) for other in others(asked, word, known))


def others(asked: Asked, word: Word, known: Known) -> list[str]:
    """Names to put in an actor's place."""
    term = word.token.term or ""
    kind = known.lexicon.terms[term].kind
    barred = known.named(asked.owner) | known.wide | known.house(term, 2)
    inside = [t for t in known.lexicon.terms.values() if t.kind == kind and t.id not in barred]
    outside = list(outside_countries(known, word.written, asked.text))[:1] if kind == "country" else []
    return [*(spelt(t, word.written) for t in ordered(inside, asked.text)), *outside]


def _spoken_of(asked: Asked, known: Known, *, speaking: bool) -> Iterator[Word]:
    if contrasts(asked):
        return
    roots = [known.lexicon.roots.get(word.token.term or "") for word in asked.words]
    for at, word in enumerate(asked.words):
        term = known.lexicon.terms.get(word.token.term or "")
        if term is None or term.kind not in ACTORS or asked.before(at, _SETTING) or roots.count(roots[at]) > 1:
            continue
        if known.supported(asked.owner, word.token) and _speaks(asked, at) is speaking:
            yield word


def _speaks(asked: Asked, at: int) -> bool:
    """Whether an actor is somebody who says something here."""
    after = [word.token for word in asked.words[at + 1 : at + 3]]
    according = asked.before(at, {"to"}) and "according" in asked.said[:at]
    return according or any(t.sense in _SAYING or t.word in _OPINION for t in after)
