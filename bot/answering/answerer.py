"""The one way in: a question, with what was asked before, to a reply."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from bot.answering import compose, followup
from bot.answering.decide import Decision, decide
from bot.answering.explain import why
from bot.answering.policy import Policy
from bot.matching.matcher import Matcher
from bot.model.entries import Entry, Fact
from bot.model.reply import Answer, Clarify, Correct, Decline, Option, Ranked, Reply, Trace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bot.answering.followup import Aspect
    from bot.matching.matcher import Ranking
    from bot.model.entries import Pack


class Answerer:
    """Answers over one or more packs; opening learns them, or takes what was learnt from the cache folder."""

    def __init__(self, packs: tuple[Pack, ...], *, cache: Path | None = None, policy: Policy = Policy()) -> None:
        self.packs = packs
        self.policy = policy
        self._matchers = tuple(Matcher.open(pack, cache) for pack in packs)

    def ask(self, question: str, context: Sequence[str] = (), *, explain: bool = False) -> Reply:
        """The reply to a question; `context` holds the asker's earlier questions, oldest first."""
        started = time.perf_counter()
        reply = self._reply(question, tuple(context), explain=explain)
        elapsed = (time.perf_counter() - started) * 1000
        return replace(reply, trace=replace(reply.trace, question=question, elapsed_ms=elapsed))

    def recall(self, entry: str) -> Answer | None:
        """The curated answer of an entry or fact by its id; None for one that is not there (any more)."""
        for matcher in self._matchers:
            item = _items(matcher.pack).get(entry)
            if item is not None:
                question = item.question if isinstance(item, Entry) else item.states
                see = compose.related(matcher.pack, item.see if isinstance(item, Entry) else ())
                trace = Trace(question=question, pack=matcher.pack.id, confidence=1.0, related=see)
                return compose.answer(matcher.pack, item, trace)
        return None

    def follow_up(self, entry: str, aspect: Aspect) -> Reply | None:
        """One aspect of an entry's answer: who said it, when, which source, which words, how sure."""
        answer = self.recall(entry)
        if answer is None:
            return None
        lead = followup.lead(answer, aspect, self._when(entry))
        if lead is None:
            says = "The report gives no date for this." if aspect == "when" else "There is no passage to show for this."
            return Decline(trace=replace(answer.trace, confidence=0.0), reason="not_covered", says=says)
        return replace(answer, lead=lead)

    def suggest(self, text: str, limit: int = 25) -> tuple[Option, ...]:
        """Curated questions for what is typed so far; the packs' first questions for an empty text."""
        found = [option for matcher in self._matchers for option in matcher.suggest(text, limit)]
        return tuple(sorted(found, key=lambda option: -option.confidence)[:limit])

    def _reply(self, question: str, context: tuple[str, ...], *, explain: bool) -> Reply:
        if not self._matchers:
            return Decline(trace=Trace(question=question), reason="out_of_scope", says="There is no pack to answer from.")
        aspect = followup.aspect(self._matchers[0].lexicon.read(question)) if context else None
        if aspect is not None:
            before = self._reply(context[-1], context[:-1], explain=False)
            asked = self.follow_up(before.entry, aspect) if isinstance(before, (Answer, Correct)) else None
            if asked is not None:
                return replace(asked, trace=replace(asked.trace, ranking=before.trace.ranking))
        replies = [_Asked(matcher, self.policy).reply(question, context, explain=explain) for matcher in self._matchers]
        return min(replies, key=lambda reply: (_ORDER[reply.outcome], -reply.trace.confidence))

    def _when(self, entry: str) -> str | None:
        """The date of an entry: that of the facts it takes, or of a fact itself."""
        for matcher in self._matchers:
            item = _items(matcher.pack).get(entry)
            facts = {fact.id: fact for fact in matcher.pack.facts}
            dates = [item.when] if isinstance(item, Fact) else [facts[key].when for key in item.facts] if item else []
            if any(dates):
                return ", ".join(dict.fromkeys(date for date in dates if date))
        return None


_ORDER = {"answer": 0, "correct": 1, "clarify": 2, "decline": 3}


class _Asked:
    """One question to one pack."""

    def __init__(self, matcher: Matcher, policy: Policy) -> None:
        self.matcher, self.pack, self.policy = matcher, matcher.pack, policy

    def reply(self, question: str, context: tuple[str, ...], *, explain: bool) -> Reply:
        ranking = self.matcher.rank(question, self._before(question, context))
        best = ranking.best
        conflicts = self.matcher.conflicts(ranking.reading.tokens, best) if best else ()
        decision = decide(ranking, conflicts, self.policy)
        trace = self._trace(question, ranking, decision)
        if explain:
            trace = replace(trace, why=why(question, ranking, decision))
        return self._OUTCOMES[decision.outcome](self, decision, trace)

    def _before(self, question: str, context: tuple[str, ...]) -> str | None:
        """The question that this one hangs on, with the one that that one hangs on."""
        if not context or not followup.hangs(self.matcher.lexicon.read(question)):
            return None
        earlier = self._before(context[-1], context[:-1])
        return f"{earlier} {context[-1]}" if earlier else context[-1]

    def _trace(self, question: str, ranking: Ranking, decision: Decision) -> Trace:
        words = bool(ranking.reading.tokens)
        ranked = tuple(Ranked(s.candidate.id, s.score) for s in ranking.answering) if words else ()
        see = self._see(decision)
        nearest = tuple(s.candidate.id for s in ranking.answering if s is not decision.chosen)
        near = nearest if decision.outcome == "decline" and decision.reason == "not_covered" else ()
        return Trace(
            question=question,
            pack=self.pack.id,
            confidence=ranking.best.confidence if ranking.best and words else 0.0,
            ranking=ranked,
            related=compose.related(self.pack, (*see, *near)),
        )

    def _see(self, decision: Decision) -> tuple[str, ...]:
        if decision.gap is not None:
            return next((gap.see for gap in self.pack.gaps if gap.id == decision.gap.candidate.id), ())
        item = self._items.get(decision.chosen.candidate.id) if decision.chosen else None
        return item.see if isinstance(item, Entry) else ()

    @cached_property
    def _items(self) -> dict[str, Entry | Fact]:
        return _items(self.pack)

    def _answer(self, decision: Decision, trace: Trace) -> Reply:
        assert decision.chosen is not None  # noqa: S101 - an answer has its entry
        return compose.answer(self.pack, self._items[decision.chosen.candidate.id], trace)

    def _correct(self, decision: Decision, trace: Trace) -> Reply:
        answer = self._answer(decision, trace)
        assert isinstance(answer, Answer)  # noqa: S101 - for the type checker
        presumed = "; ".join(conflict.finding for conflict in decision.conflicts if conflict.premise)
        parts = {name: getattr(answer, name) for name in ("entry", "revision", "match", "short", "detail", "hedge", "citations")}
        return Correct(trace=trace, presumed=presumed, **parts)

    def _clarify(self, decision: Decision, trace: Trace) -> Reply:
        return Clarify(trace=trace, options=tuple(self._option(s.candidate.id, s.confidence) for s in decision.options))

    def _option(self, key: str, confidence: float) -> Option:
        item = self._items[key]
        return Option(key, item.question if isinstance(item, Entry) else item.states, confidence)

    def _decline(self, decision: Decision, trace: Trace) -> Reply:
        gap = next((g for g in self.pack.gaps if decision.gap and g.id == decision.gap.candidate.id), None)
        reason = decision.reason or "not_covered"
        searched = "" if reason == "not_a_question" else self._searched
        says = gap.says if gap else self._says(reason, decision)
        return Decline(trace=trace, reason=reason, says=says, searched=searched, gap=gap.id if gap else None)

    def _says(self, reason: str, decision: Decision) -> str:
        if reason == "not_a_question":
            return self.pack.greeting or f"Ask me about {self.pack.title}."
        if reason == "out_of_scope":
            return f"That is not what this report is about: {self.pack.title}."
        found = next((conflict.finding for conflict in decision.conflicts), None)
        return "No curated answer covers this" + (f": {found}." if found else ".")

    @cached_property
    def _searched(self) -> str:
        phrasings = sum(len(entry.phrasings) for entry in self.pack.entries)
        return f"Searched {len(self.pack.entries)} answers in {phrasings} phrasings, and {len(self.pack.gaps)} known gaps"

    _OUTCOMES: dict[str, Callable[[_Asked, Decision, Trace], Reply]] = {
        "answer": _answer,
        "correct": _correct,
        "clarify": _clarify,
        "decline": _decline,
    }  # fmt: skip


def _items(pack: Pack) -> dict[str, Entry | Fact]:
    return {item.id: item for item in (*pack.entries, *pack.facts)}
