"""Superlatives and quantifiers: `the first`, `the only`, `all` say more than the answer does."""

from __future__ import annotations

from bot.matching.guards.conflict import Conflict, Considered

_STRONG = frozenset(
    """
    first last latest only biggest largest worst deadliest highest longest oldest newest strongest best all every
    entire always solely
    """.split()
)


_ORDINARY = frozenset("first last latest all every".split())


def superlative(considered: Considered) -> Conflict | None:
    """A superlative or quantifier that the candidate lacks."""
    for at, token in enumerate(considered.read):
        if (
            token.word in _STRONG
            and not considered.account.holds(token, considered.without)
            and not _idiom(considered, at)
        ):
            finding = f"the report does not say “{token.surface}” here"
            return Conflict("superlative", (token.surface,), finding, premise=False)
    return None


def _idiom(considered: Considered, at: int) -> bool:
    """`at all`, `after all`, `hi all`, `last year`: no claim; but `only the …` and `the biggest of …` are."""
    if considered.read[at].word not in _ORDINARY:
        return False
    before = considered.read[at - 1].word if at else ""
    after = considered.read[at + 1].word if at + 1 < len(considered.read) else ""
    return before in {"at", "after", "hi", "hello", "hey", "thanks", "in", "of"} or after in {
        "year", "month", "week", "the", "of", "in", "about", "that", "this"
    }  # fmt: skip
