"""The one way in: a question, with what was asked before, to a reply."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.answering import compose, followup
from bot.answering.counter import Counter
from bot.answering.dates import spoken
from bot.answering.policy import CAREFUL, Policy
from bot.matching.matcher import Matcher
from bot.model.entries import Entry, Fact
from bot.model.reply import Answer, Correct, Decline, Option, Reply, Trace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.answering.followup import Aspect
    from bot.model.entries import Pack

_ORDER = {"answer": 0, "correct": 1, "clarify": 2, "decline": 3}  # which pack's reply to give, if there are several
_MOST_BEFORE = 8  # earlier questions that a follow-up may hang on, one on the other


class Answerer:
    """Answers over one or more packs; opening learns them, or takes what was learnt from the cache folder."""

    def __init__(self, packs: tuple[Pack, ...], *, cache: Path | None = None, policy: Policy = CAREFUL) -> None:
        self.packs = packs
        self._desks = tuple(Counter(Matcher.open(pack, cache), policy) for pack in packs)

    def ask(self, question: str, context: Sequence[str] = (), *, explain: bool = False) -> Reply:
        """The reply to a question; `context` holds the asker's earlier questions, oldest first."""
        started = time.perf_counter()
        reply = self._reply(question, tuple(context)[-_MOST_BEFORE:], explain=explain)
        elapsed = (time.perf_counter() - started) * 1000
        return replace(reply, trace=replace(reply.trace, question=question, elapsed_ms=elapsed))

    def recall(self, entry: str) -> Answer | None:
        """The curated answer of an entry or fact by its id; None for one that is not there (any more)."""
        for desk in self._desks:
            item = desk.items.get(entry)
            if item is not None:
                see = compose.related(desk.pack, item.see if isinstance(item, Entry) else ())
                question = item.question if isinstance(item, Entry) else item.states
                trace = Trace(question=question, pack=desk.pack.id, confidence=1.0, related=see)
                return compose.answer(desk.pack, item, trace)
        return None

    def follow_up(self, entry: str, aspect: Aspect) -> Reply | None:
        """One aspect of an entry's answer: who said it, when, which source, which words, how sure."""
        answer = self.recall(entry)
        if answer is None:
            return None
        lead = followup.lead(answer, aspect, self._when(entry))
        if lead is None:
            says = "The pack gives no date for this." if aspect == "when" else "There is no passage to show for this."
            return Decline(trace=replace(answer.trace, confidence=0.0), reason="not_covered", says=says)
        return replace(answer, lead=lead)

    def suggest(self, text: str, limit: int = 25) -> tuple[Option, ...]:
        """Curated questions for what is typed so far; the packs' first questions for an empty text."""
        found = [option for desk in self._desks for option in desk.matcher.suggest(text, limit)]
        return tuple(sorted(found, key=lambda option: -option.confidence)[:limit])

    def _reply(self, question: str, context: tuple[str, ...], *, explain: bool) -> Reply:
        if not self._desks:
            return Decline(
                trace=Trace(question=question), reason="out_of_scope", says="There is no pack to answer from."
            )
        asked = self._aspect(question, context, explain=explain) if context else None
        if asked is not None:
            return asked
        replies = [desk.reply(question, context, explain=explain) for desk in self._desks]
        return min(replies, key=lambda reply: (_ORDER[reply.outcome], -reply.trace.confidence))

    def _aspect(self, question: str, context: tuple[str, ...], *, explain: bool) -> Reply | None:
        """The reply to a bare follow-up such as `who said that?`, if the question before has an answer."""
        aspect = followup.aspect(self._desks[0].matcher.lexicon.read(question))
        before = self._reply(context[-1], context[:-1], explain=explain) if aspect else None
        if aspect is None or not isinstance(before, (Answer, Correct)):
            return None
        near = self._neighbour(before.entry, "time") if aspect == "when" else None
        asked = self.recall(near) if near else self.follow_up(before.entry, aspect)
        seen = before.trace
        return replace(asked, trace=replace(asked.trace, ranking=seen.ranking, why=seen.why)) if asked else None

    def _neighbour(self, entry: str, kind: str) -> str | None:
        return next((desk.neighbour(entry, kind) for desk in self._desks if entry in desk.items), None)

    def _when(self, entry: str) -> str | None:
        """The date of an entry: that of the facts it takes, or of a fact itself."""
        for desk in self._desks:
            item = desk.items.get(entry)
            facts = [item] if isinstance(item, Fact) else [desk.items[key] for key in item.facts] if item else []
            dates = dict.fromkeys(fact.when for fact in facts if isinstance(fact, Fact) and fact.when)
            if dates:
                return ", ".join(map(spoken, dates))
        return None
