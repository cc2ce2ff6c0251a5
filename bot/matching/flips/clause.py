"""The main clause of a question: how it begins, and where its verb stands."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from bot.matching.words import IRREGULAR

if TYPE_CHECKING:
    from bot.matching.flips.asked import Asked, Word
    from bot.matching.normalise import Token

WH = frozenset("who whom whose what which when where why how".split())
BE = frozenset("is are was were be been being am".split())
AUXILIARY = BE | frozenset("do does did has have had can could will would should may might must".split())
_HELPING = frozenset("do does did can could will would should may might must".split())  # a base form follows
# Behind one of these stands no verb of the main clause.
_CLAUSES = WH | frozenset(
    "that because while although if whether before after since for to about have get take make give".split()
)
_DETERMINERS = frozenset("the a an of their this that these those its his her by on in at for to from and no".split())
_CONTRAST = frozenset(
    "or nor rather instead except besides apart other versus vs unlike else whether either neither than".split()
)
_NOT_BASE = ("s", "ing", "ed", "ion", "ment", "er", "al", "ence", "ance")  # endings that no base form of ours has
_TERSE = 6  # words of a bare topic at most
_REACH = 7  # words between an auxiliary and its verb
_ACTS = frozenset(
    """
    attack airstrike explode kill wound damage fight invade occupy defeat retaliate surround deploy withdraw expel chase
    defend fortify build weaken threaten deter block arrest cooperate support train supply pay control obey resist
    violate demand order allow ban refuse oppose betray announce criticise begin end increase decrease publish
    """.split()
)


def contrasts(asked: Asked) -> bool:
    """Whether it weighs one thing against another, so that a changed one may leave the answer as it is."""
    return any(word in _CONTRAST or word in {"not", "no"} for word in asked.said)


def yes_or_no(asked: Asked) -> bool:
    """Whether it begins like a question for yes or no."""
    return bool(asked.words) and asked.words[0].token.word in AUXILIARY


def wh(asked: Asked) -> int | None:
    """The place of its question word, if it begins with one (`In which month …` does too)."""
    return None if yes_or_no(asked) else next((at for at, word in enumerate(asked.said[:2]) if word in WH), None)


def terse(asked: Asked) -> bool:
    """Whether it is a bare topic, no sentence."""
    short = len(asked.words) <= _TERSE and not asked.text.rstrip().endswith("?")
    return short and not (WH | AUXILIARY | {"me"}) & set(asked.said)


def identity(asked: Asked) -> bool:
    """Whether it only asks who, what or where somebody or something is."""
    said = asked.said
    return any(word in WH and after in {"is", "are"} for word, after in pairwise(said))


def verb(asked: Asked) -> Word | None:
    """The verb of a question's main clause, if it can be told: `attacked` in `when was the base attacked`."""
    at = wh(asked)
    start = at if at is not None else 0
    help_at = next((i for i in range(start, min(len(asked.words), start + 5)) if asked.said[i] in AUXILIARY), None)
    if help_at is None:
        direct = asked.words[start + 1] if at is not None and start + 1 < len(asked.words) else None
        return direct if direct and past(direct.token) else None
    for place in range(help_at + 1, min(len(asked.words), help_at + 1 + _REACH)):
        word = asked.words[place]
        if word.token.word in _CLAUSES:
            return None
        if _is_verb(word.token, asked.said[help_at]) and not _noun(asked, place):
            return word
    return None


def past(token: Token) -> bool:
    """Whether a word has the form of a past tense or participle."""
    return not token.term and (
        (token.word.endswith("ed") and len(token.word) > 4)  # noqa: PLR2004 - `need` and `seed` are none
        or (token.word in IRREGULAR and not token.word.endswith(_NOT_BASE))
    )


def _noun(asked: Asked, at: int) -> bool:
    """Whether the word before makes a word no verb: `the attack`, `the envoy's rebuke`, `Iran-backed`."""
    before = asked.words[at - 1].token
    hyphen = asked.text[asked.words[at].start - 1] == "-"
    return hyphen or before.word in _DETERMINERS or before.surface.endswith("'s")


def _is_verb(token: Token, helper: str) -> bool:
    if token.term or " " in token.word:
        return False
    if helper in _HELPING:
        return token.sense in _ACTS and not token.word.endswith(_NOT_BASE)
    return past(token) or (token.sense == "attack" and token.word in {"hit", "struck"})
