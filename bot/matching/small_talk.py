"""Small talk: what a text says of its asker, or of nothing that the report speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.guards.nations import nation
from bot.matching.words import FILLER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.matching.lexicon import Lexicon
    from bot.matching.normalise import Token

OPEN = frozenset("who when where why how".split())
_WHICH = frozenset("whom whose what which".split())
_SPEAKER = frozenset("i im ive my me we our us myself".split())
_POINTING = frozenset("it its this these those he she him his her hers they them their theirs".split())
_BRIEF = 2  # words of a heading that is small talk, as `quick question: …` is
_RELAYING = frozenset("read hear heard told saw gather says insists".split())
_LEADING = FILLER | {"and", "but", "so", "then", "all"}
_COULD = frozenset("can could will would".split())
_ATTRIBUTING = frozenset({"according", "per"})  # `according to X, …` says whose word it is
_ASKING = frozenset(
    "who whom whose what which when where why how is are was were do does did has have had can could will would".split()
)


def asides(parts: list[str], lexicon: Lexicon) -> frozenset[str]:
    """Which sentences are small talk: not what stands behind a heading, unless it speaks of the asker."""
    pairs = zip(["", *parts], parts, strict=False)
    return frozenset(part for head, part in pairs if small_talk(part, lexicon, headed=head.endswith(":")))


def small_talk(part: str, lexicon: Lexicon, *, headed: bool = False) -> bool:
    """A part that speaks of the asker, or names nothing of the report, asks nothing and stands behind no heading."""
    read = lexicon.read(part)
    opens = any(token.word in OPEN | _WHICH for token in read)
    if not any(token.content for token in read):
        return not opens or any(token.word == "you" for token in read)  # `why is that?`, but `how are you?`
    speaks = of_asker(read)
    claims = any(token.word.isdigit() or nation(token.word) for token in read)
    known = any(token.content and token.word in lexicon.vocabulary.said for token in read)
    heads = part.endswith(":") and len(read) > _BRIEF and known  # `Aim of the worst raids: …` says what of
    if attributes(read) or ((claims or heads or headed) and not speaks):
        return False
    names = sum(token.term is not None for token in read)
    favour = [t.word for t in read[1:2]] == ["you"] and read[0].word in _COULD and not opens  # `Could you help me out?`
    return (not asks(part, read) or favour) and (names == 0 or (speaks and names <= 1))


def personal(part: str, lexicon: Lexicon) -> bool:
    """Whether a sentence is of the asker, and relays nothing, or at least of nothing that the report speaks of."""
    read = lexicon.read(part)
    if attributes(read):
        return False
    speaks = of_asker(read)
    names = any(token.term or token.word.isdigit() or nation(token.word) for token in read)
    about = any(token.term or (token.content and token.word in lexicon.vocabulary.said) for token in read)
    return not (relays(read) and names) if speaks else not about


def attributes(read: Iterable[Token]) -> bool:
    """Whether it says whose word something is: `according to X, …`."""
    return any(token.word in _ATTRIBUTING for token in read)


def of_asker(read: Sequence[Token]) -> bool:
    """Whether the asker speaks of himself: with `us`, but not with `the Norwegian us`."""
    pairs = zip([None, *read], read, strict=False)
    return any(token.word in _SPEAKER and not (before and nation(before.word)) for before, token in pairs)


def points(read: Iterable[Token]) -> bool:
    """Whether something is pointed at that was said before."""
    return any(token.word in _POINTING for token in read)


def says(text: str, lexicon: Lexicon) -> int:
    """How many words with a topic a text has."""
    return sum(token.content for token in lexicon.read(text))


def relays(read: Iterable[Token]) -> bool:
    """Whether somebody says something there, or the asker has heard it."""
    return any(token.sense in {"say", "believe"} or token.word in _RELAYING for token in read)


def asks(part: str, read: Sequence[Token]) -> bool:
    """Whether a sentence, with its tokens, asks something."""
    first = next((token.word for token in read if token.word not in _LEADING), "")
    return part.endswith("?") or first in _ASKING or any(token.word in OPEN | _WHICH for token in read[:3])
