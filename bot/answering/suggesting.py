"""Curated questions for what is typed so far: those that share something with it, the likeliest first."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from bot.matching.answer_kind import kinds
from bot.matching.suggestions import begun, spellings
from bot.model.reply import Option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.matching.matcher import Matcher

    Rank = tuple[int, bool, float, float]

_FAIR = 0.1  # of an entry's phrasings, from which on what they have in common asks for it


class Suggesting:
    """Suggests the questions of one pack."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher

    def suggest(self, typed: str) -> list[tuple[Rank, Option]]:
        """The questions that share a word with what is typed or ask for the same kind of answer; all for no text.

        Each has its rank, the greater the better: first those that hold the very words, then those that ask for the
        same kind of answer, then the likeliest, then those asked so most.
        """
        likely = {one.entry: one.confidence for one in self._matcher.suggest(typed, len(self._matcher.candidates))}
        sharing, answering = self._sharing(typed) if typed.strip() else {*self._words}, self._answering(typed)
        offered = []
        for entry in self._matcher.pack.entries:
            held, confidence = _holds(entry.question, typed), likely.get(entry.id, 0.0)
            fair = answering.get(entry.id, 0.0)
            if held or fair >= _FAIR or entry.id in sharing:
                rank = (held, fair >= _FAIR, confidence, fair)
                offered.append((rank, Option(entry.id, entry.question, confidence)))
        return offered

    def _answering(self, typed: str) -> dict[str, float]:
        """Which part of each entry's phrasings ask for the kind of answer that is typed (who, when, how many)."""
        asked = kinds(self._matcher.lexicon.read(typed))
        parts = ((one.id, self._matcher.account(at)) for at, one in enumerate(self._matcher.candidates))
        return {entry: max(one.kinds[kind] for kind in asked) / max(1, one.size) for entry, one in parts if asked}

    def _sharing(self, typed: str) -> set[str]:
        """The entries with a typed word at the beginning of one of theirs, or in a fair part of their phrasings."""
        shares = zip(self._words, begun(typed, [*self._words.values()]), strict=True)
        return {entry for entry, share in shares if share} | {*self._accounting(typed)}

    def _accounting(self, typed: str) -> Iterator[str]:
        content = [token for token in self._matcher.lexicon.read(typed) if token.content]
        keys = {key for token in content for key in (token.key, token.stem, token.meaning)}
        for at, candidate in enumerate(self._matcher.candidates):
            account = self._matcher.account(at)
            if any(account.asked[key] >= _FAIR * account.size for key in keys):
                yield candidate.id

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        """The words of each entry's question, with every spelling of the names in it."""
        lexicon = self._matcher.lexicon
        entries = self._matcher.pack.entries
        return {entry.id: spellings(lexicon.read(entry.question), lexicon.terms) for entry in entries}


def _holds(question: str, typed: str) -> int:
    """2 for a question that begins with what is typed, 1 for one in which it stands later, else 0."""
    words, asked = " ".join(typed.casefold().split()), question.casefold()
    return 2 if asked.startswith(words) else int(f" {words}" in asked)
