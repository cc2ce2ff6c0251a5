"""Roles: who does it, and to whom. Word order carries it, and no bag of words sees it.

A name's part in an action is read off the words around it: before the verb it acts, after it or before a passive it is
acted on, `by` turns it round. A part that the candidate's phrasings only know the other way is a conflict.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast

from bot.matching.guards.conflict import Conflict, Considered
from bot.matching.guards.names import ACTORS, PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.matching.guards.conflict import Part
    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

_REACH = 4  # words between a name and its verb
_BE = frozenset("is are was were be been being get gets got getting".split())
_ASKING = frozenset("is are was were".split())  # `was the base at Zlikan hit?`
HELPING = frozenset("do does did will would can could may might should".split())  # `did they attack` is no noun
MUTUAL = frozenset("and or with between together jointly alongside both vs versus".split())
_DETERMINERS = frozenset("the a an of their this that these those its his by".split())
_LOCATING = frozenset("in inside near around within from of".split())  # `hit in Iraq` is not `hit Iraq`
# Behind these another clause or phrase begins, in which the name has no part: `the militias in its bombing zone`.
_ELSEWHERE = frozenset(
    """
    who whom whose what which where when why how if whether because i you he she it we they
    in on from for at after before since during while about of as
    """.split()
)
_SUBJECTS = frozenset("it that they he she we you i who what which where when why how to on for by after since".split())
_UNCHANGED = frozenset({"hit", "shot", "struck"})
_NOUNS = ("ion", "ment", "ence", "ance", "ense")
EACH_OTHER = frozenset({"fight", "cooperate", "negotiate"})  # whoever does this to another has it done to him
ACTIONS = frozenset(
    """
    attack airstrike kill wound damage fight invade occupy defeat retaliate surround deploy withdraw expel chase defend
    fortify build weaken threaten deter block arrest cooperate support train supply pay control obey resist violate
    demand order allow ban refuse oppose negotiate betray announce criticise praise cancel exploit provocation accuse
    warn blame punish follow
    """.split()
)
_WITNESSES = 3  # phrasings that must have the other part before it counts
_ESTABLISHED = 3  # phrasings that must name somebody as the one who does it
_WIDELY = 6  # the same two over the whole pack
_MAJORITY = 4  # and how many for each one that has the question's own


def roles(considered: Considered) -> Conflict | None:
    """A name in a part that the candidate, or else the whole pack, gives only to others or the other way round."""
    asked = dict.fromkeys(parts(considered.read, considered.lexicon))
    if not asked:
        return None
    there = cast("Counter[Part]", considered.known(parts))
    own = Counter(parts(considered.without, considered.lexicon)) if considered.without else Counter()
    everywhere = considered.parts - own if own else considered.parts
    strange = [
        part
        for part in asked
        if _turned(part, there, _WITNESSES)
        or _usurped(part, there, considered.lexicon, _ESTABLISHED)
        or (not there[part] and _turned(part, everywhere, _WIDELY))
        or (not there[part] and _usurped(part, everywhere, considered.lexicon, _WIDELY))
    ]
    if not strange:
        return None
    names = tuple(dict.fromkeys(considered.lexicon.terms[name].name for name, _, _ in strange))
    return Conflict("roles", names, f"the report gives {' and '.join(names)} another part in this", premise=True)


def _turned(part: Part, there: Counter[Part], witnesses: int) -> bool:
    """The name is known in the opposite part of this action."""
    name, action, acts = part
    return action not in EACH_OTHER and there[name, action, not acts] >= max(witnesses, _MAJORITY * there[part])


def _usurped(part: Part, there: Counter[Part], lexicon: Lexicon, witnesses: int) -> bool:
    """It is known who does this, and it is neither this name nor one of its house."""
    name, action, acts = part
    if lexicon.terms[name].kind in PLACES:
        return False
    doers = {who: count for (who, what, does), count in there.items() if what == action and does and acts}
    house = lexicon.kin.get(name, frozenset()) | {name}
    return sum(doers.values()) >= witnesses and not house & doers.keys()


def parts(read: Sequence[Token], lexicon: Lexicon) -> Iterator[Part]:
    """Who has which part in which action."""
    for at, token in enumerate(read):
        if token.term and lexicon.terms[token.term].kind in ACTORS | PLACES:
            name = lexicon.roots[token.term]
            yield from ((name, action, acts) for action, acts in (*_after(read, at), *_before(read, at)))


def _after(read: Sequence[Token], at: int) -> Iterator[tuple[str, bool]]:
    """The action that follows a name: the name acts, unless a form of `be` before the verb makes it passive."""
    if read[at].surface.endswith("'s"):
        return  # `Turkey's operation` is not Turkey
    passive, helped = _asked(read, at), _helped(read, at)
    for place, token in enumerate(read[at + 1 : at + 1 + _REACH], start=at + 1):
        if token.term or token.word in MUTUAL or _elsewhere(read, place):
            return
        passive = (passive or token.word in _BE) and not _progressive(token)
        if token.sense in ACTIONS:
            if passive:
                yield from () if token.word.endswith(_NOUNS) else ((token.meaning, False),)
            elif not _noun(read, place, helped=helped) and not _participle(read, place, helped=helped):
                yield token.meaning, True
            return


def _asked(read: Sequence[Token], at: int) -> bool:
    """Whether a name is the subject of a question in the passive: `was the base at Zlikan hit`."""
    for token in reversed(read[max(0, at - _REACH) : at]):
        if token.word in _ASKING:
            return True
        if token.term or token.word in _SUBJECTS | HELPING or token.word.endswith(("ing", "ed")):
            return False
    return False


def _helped(read: Sequence[Token], at: int) -> bool:
    """Whether a name is the subject of `did`, `will` or the like before it: `did the Gulls attack`."""
    before = [token.word for token in read[max(0, at - 2) : at]]
    return bool(before) and (before[-1] in HELPING or (before[0] in HELPING and before[-1] in _DETERMINERS))


def _elsewhere(read: Sequence[Token], place: int) -> bool:
    """Whether a phrase begins in which the name does nothing: `in Iraq`, `to bombing`, `wants it to stop`."""
    word, after = read[place].word, read[place + 1 :]
    gerund = bool(after) and after[0].word.endswith("ing")
    if word == "to":
        return gerund or not after or after[0].sense not in ACTIONS
    if word == "stop":
        return gerund or not after
    return word in _ELSEWHERE and not (word == "in" and gerund)


def _before(read: Sequence[Token], at: int) -> Iterator[tuple[str, bool]]:
    """The action that stands before a name: the name acts if `by` leads to it, else it is acted on."""
    by = False
    for place in range(at - 1, max(-1, at - 1 - _REACH), -1):
        token = read[place]
        if token.term or token.word in MUTUAL | _LOCATING | HELPING:
            return
        by = by or token.word == "by"
        if token.sense in ACTIONS:
            if by or not _noun(read, place, helped=False):
                yield token.meaning, by
            return


def _progressive(token: Token) -> bool:
    """`are trying to` and `is attacking` are no passives; `is being attacked` is."""
    return token.word.endswith("ing") and token.word not in _BE


def _participle(read: Sequence[Token], at: int, *, helped: bool) -> bool:
    """A form like `attacked` before `in`, `by` or the end, or with nobody behind it: it may well be passive."""
    after = read[at + 1 :]
    led = not after or after[0].word in _LOCATING | {"by", "at", "into"}
    alone = not helped and not any(one.term or one.word in _DETERMINERS for one in after)
    return (led or alone) and (read[at].word.endswith("ed") or read[at].word in _UNCHANGED)


def _noun(read: Sequence[Token], at: int, *, helped: bool) -> bool:
    """An action as a noun: `US targets` are aimed at, `US strikes` are flown, and the words don't tell which.

    Behind a name that is `helped` (`did the US strike`) only what has a determiner is one.
    """
    word, before = read[at].word, read[at - 1].word if at else ""
    owned = before in _DETERMINERS and word.endswith(("ing", "s"))
    either = word in {"target", "fire", "attack", "drop"} and before != "to"
    plain = word.endswith(("s", "er")) and not any(one.term for one in read[at + 1 : at + 2])  # `PKK bombs Turkey`
    return owned or word.endswith(_NOUNS) or (not helped and (either or plain))
