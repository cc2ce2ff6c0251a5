"""One question to one pack: ranked, decided, and made into a reply."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from bot.answering import compose, followup
from bot.answering.decide import Decision, decide
from bot.answering.explain import why
from bot.model.entries import Entry, Fact
from bot.model.reply import Answer, Clarify, Correct, Decline, Option, Ranked, Reply, Trace

if TYPE_CHECKING:
    from bot.answering.policy import Policy
    from bot.matching.matcher import Matcher, Ranking, Scored
    from bot.model.entries import Gap, Pack
    from bot.model.reply import Reason


class Counter:
    """Where questions to one pack are answered."""

    def __init__(self, matcher: Matcher, policy: Policy) -> None:
        self.matcher, self.pack, self.policy = matcher, matcher.pack, policy

    @cached_property
    def items(self) -> dict[str, Entry | Fact]:
        """The pack's entries and facts by id."""
        return items(self.pack)

    def reply(self, question: str, context: tuple[str, ...], *, explain: bool) -> Reply:
        """The pack's reply; `context` holds earlier questions, oldest first."""
        kind = followup.kind(self.matcher.lexicon.read(question)) if context else None
        before = self.reply(context[-1], context[:-1], explain=explain) if kind else None
        if kind and isinstance(before, (Answer, Correct)):
            return self._more(before, kind)
        ranking = self.matcher.rank(question, self._before(question, context))
        best = ranking.best
        conflicts = self.matcher.conflicts(ranking.reading.tokens, best) if best else ()
        decision = decide(ranking, conflicts, self.policy)
        trace = self._trace(question, ranking, decision)
        return self._composed(decision, replace(trace, why=why(question, ranking, decision)) if explain else trace)

    def _more(self, before: Answer | Correct, kind: str) -> Reply:
        """What the pack says of a kind about the same thing, or that it says nothing."""
        near = self.neighbour(before.entry, kind)
        if near is not None:
            return compose.answer(self.pack, self.items[near], before.trace)
        says = f"No curated answer gives a {kind} for this."
        return Decline(trace=replace(before.trace, confidence=0.0), reason="not_covered", says=says)

    def neighbour(self, entry: str, kind: str) -> str | None:
        """The entry that answers a kind of question about the same: this one, one it names, or one on its passage."""
        here, item = self.matcher.candidate(entry), self.items[entry]
        see = item.see if isinstance(item, Entry) else ()
        near = [here, *(c for c in self.matcher.candidates if c.id in see or (c.answers and c.shares_passage(here)))]
        return next((c.id for c in near if self.matcher.leans(c.id, kind)), None)

    def _before(self, question: str, context: tuple[str, ...]) -> str | None:
        """The question that this one hangs on, with the one that that one hangs on."""
        if not context or not followup.hangs(self.matcher.lexicon.read(question)):
            return None
        earlier = self._before(context[-1], context[:-1])
        return f"{earlier} {context[-1]}" if earlier else context[-1]

    def _trace(self, question: str, ranking: Ranking, decision: Decision) -> Trace:
        worded = bool(ranking.reading.tokens)
        return Trace(
            question=question,
            pack=self.pack.id,
            confidence=ranking.best.confidence if ranking.best and worded else 0.0,
            ranking=tuple(Ranked(s.candidate.id, s.confidence) for s in ranking.answering) if worded else (),
            related=compose.related(self.pack, self._see(ranking, decision)),
        )

    def _see(self, ranking: Ranking, decision: Decision) -> tuple[str, ...]:
        """What to read on: what the entry or gap names; after a bare decline what came nearest."""
        gap = self._gap(decision)
        item = self.items.get(decision.chosen.candidate.id) if decision.chosen else None
        see = gap.see if gap else item.see if isinstance(item, Entry) else ()
        nearest = tuple(scored.candidate.id for scored in ranking.answering if scored is not decision.chosen)
        return (*see, *nearest) if decision.reason == "not_covered" else see

    def _composed(self, decision: Decision, trace: Trace) -> Reply:
        if decision.outcome == "clarify":
            return Clarify(trace=trace, options=tuple(map(self._option, decision.options)))
        if decision.chosen is None:
            return self._declined(decision, trace)
        answer = compose.answer(self.pack, self.items[decision.chosen.candidate.id], trace)
        return answer if decision.outcome == "answer" else corrected(answer, decision)

    def _option(self, scored: Scored) -> Option:
        item = self.items[scored.candidate.id]
        return Option(item.id, item.question if isinstance(item, Entry) else item.states, scored.confidence)

    def _declined(self, decision: Decision, trace: Trace) -> Decline:
        gap, reason = self._gap(decision), decision.reason or "not_covered"
        says = gap.says if gap else self._says(reason, decision)
        searched = "" if reason == "not_a_question" else self._searched
        return Decline(trace=trace, reason=reason, says=says, searched=searched, gap=gap.id if gap else None)

    def _gap(self, decision: Decision) -> Gap | None:
        return next((gap for gap in self.pack.gaps if decision.gap and gap.id == decision.gap.candidate.id), None)

    def _says(self, reason: Reason, decision: Decision) -> str:
        if reason == "not_a_question":
            return self.pack.greeting or f"Ask about {self.pack.title}."
        if reason == "out_of_scope":
            return f"That is outside what is answered here: {self.pack.title}."
        found = next((conflict.finding for conflict in decision.conflicts), None)
        return f"No curated answer covers this: {found}." if found else "No curated answer covers this."

    @cached_property
    def _searched(self) -> str:
        phrasings = sum(len(entry.phrasings) for entry in self.pack.entries)
        return (
            f"Searched {len(self.pack.entries)} answers in {phrasings} phrasings, and {len(self.pack.gaps)} known gaps"
        )


def items(pack: Pack) -> dict[str, Entry | Fact]:
    """A pack's entries and facts by id."""
    found: tuple[Entry | Fact, ...] = (*pack.entries, *pack.facts)
    return {item.id: item for item in found}


def corrected(answer: Answer, decision: Decision) -> Correct:
    """An answer as what the report says instead of what the question presupposes."""
    return Correct(
        trace=answer.trace,
        entry=answer.entry,
        revision=answer.revision,
        match=answer.match,
        presumed="; ".join(conflict.finding for conflict in decision.conflicts if conflict.premise),
        short=answer.short,
        detail=answer.detail,
        hedge=answer.hedge,
        citations=answer.citations,
    )
