"""Changes that leave the meaning alone: what people type when they ask the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.matching.english import is_english
from bot.matching.flips.asked import Change, ordered
from bot.matching.flips.clause import terse
from bot.matching.flips.naming import form
from bot.matching.flips.role import DIRECTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.matching.flips.asked import Asked
    from bot.matching.flips.known import Known

LONG = 5  # letters of a word in which a slip can still be told
_GREETINGS = ("hi, quick question: {}", "hello, {}", "hey team, {}", "sorry if this was asked before: {}", "so, {}")
_THANKS = ("{} thanks", "{} please", "{} thank you!", "{} cheers")
_SHORT = {
    "is not": "isn't", "are not": "aren't", "was not": "wasn't", "did not": "didn't", "does not": "doesn't",
    "what is": "what's", "who is": "who's", "where is": "where's", "that is": "that's",
}  # fmt: skip
_OPENED = re.compile(r"\b(?:" + "|".join(_SHORT) + r")\b(?=.)", re.IGNORECASE)
_MARKS = re.compile(r"[.,;:?!\"“”()]+(?!\d)")


def typo(asked: Asked, known: Known) -> Iterator[Change]:
    """One slip in one long word: two letters exchanged, one dropped, one doubled; never the first letter."""
    long = [w for w in asked.words if w.written.isalpha() and w.written.isascii() and len(w.written) >= LONG]
    for word in ordered(long, asked.text):
        for slip in ordered(set(_slips(word.written)), asked.text):
            if slip.lower() not in known.lexicon.vocabulary and not is_english(slip.lower()):
                yield asked.put((word, slip))
                break


def _slips(word: str) -> Iterator[str]:
    for at in range(1, len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at] + word[at:]


def case(asked: Asked, known: Known) -> Iterator[Change]:
    """All small or all capitals, where no short name is told by its capitals."""
    if not any(word.token.word in known.lexicon.acronyms for word in asked.words):
        forms = (asked.text.lower(), asked.text.upper())
        yield from (Change(text, (text,)) for text in ordered(forms, asked.text) if text != asked.text)


def order(asked: Asked, known: Known) -> Iterator[Change]:
    """The words of a bare topic the other way round, if that can't turn who does something into whom it is done to."""
    del known
    words = tuple(word.written for word in asked.words)
    content = all(word.token.content for word in asked.words)
    names = sum(word.token.term is not None for word in asked.words)
    acts = any(word.token.sense in DIRECTED for word in asked.words)
    if terse(asked) and content and 1 < len(words) <= LONG and names + acts < 2:  # noqa: PLR2004 - one of both
        yield Change(" ".join(reversed(words)), words)


def filler(asked: Asked, known: Known) -> Iterator[Change]:
    """Greetings before, thanks behind."""
    del known
    for template in ordered((*_GREETINGS, *_THANKS), asked.text)[:1]:
        yield Change(template.format(asked.text), (template.format("").strip(" ,:"),))


def punctuation(asked: Asked, known: Known) -> Iterator[Change]:
    """Without marks; apostrophes stay."""
    del known
    bare = " ".join(_MARKS.sub(" ", asked.text).split())
    if bare != asked.text:
        yield Change(bare, tuple(_MARKS.findall(asked.text)))


def spelling(asked: Asked, known: Known) -> Iterator[Change]:
    """Another spelling of a name, if the pack reads it as the same name in this place."""
    keys = [word.token.key for word in asked.words]
    for word in (word for word in asked.words if word.token.term):
        term = known.lexicon.terms[word.token.term or ""]
        for alias in ordered((term.name, *term.aliases), asked.text):
            change = asked.put((word, alias))
            if (
                alias != word.written
                and form(alias) == form(word.written)
                and [token.key for token in known.lexicon.read(change.text)] == keys
            ):
                yield change


def apostrophe(asked: Asked, known: Known) -> Iterator[Change]:
    """Apostrophes left out or curly, words drawn together."""
    del known
    if "'" in asked.text:
        words = tuple(word for word in asked.text.split() if "'" in word)
        for text in ordered((asked.text.replace("'", ""), asked.text.replace("'", "’")), asked.text):
            yield Change(text, words)
    found = _OPENED.search(asked.text)
    if found:
        short = _SHORT[found.group().lower()]
        short = short.capitalize() if found.group()[0].isupper() else short
        yield Change(asked.text[: found.start()] + short + asked.text[found.end() :], (short,))
