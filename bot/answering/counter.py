"""One question to one pack: ranked, decided, and made into a reply."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, get_args

from bot.answering import compose, followup
from bot.answering.dates import spoken
from bot.answering.explain import distinct, why
from bot.answering.followup import Aspect, Kind
from bot.answering.surest import surest
from bot.matching.answer_kind import named_kinds
from bot.matching.earlier import Earlier, sentence
from bot.matching.scoring import SHOWN
from bot.model.entries import Entry, Fact
from bot.model.reply import Answer, Clarify, Correct, Decline, Option, Ranked, Reply, Trace

if TYPE_CHECKING:
    from bot.answering.decide import Decision
    from bot.answering.policy import Policy
    from bot.matching.matcher import Matcher
    from bot.matching.scoring import Ranking, Scored
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

    def reply(self, question: str, context: tuple[str, ...], before: Reply | None = None, *, explain: bool) -> Reply:
        """The pack's reply; `context` holds earlier questions, oldest first, and `before` is the reply to the last."""
        earlier = self._earlier(question, context, before)
        ranking, decision = surest(question, earlier, self.matcher, self.policy)
        trace = self._trace(question, ranking, decision)
        return self._composed(decision, replace(trace, why=why(question, ranking, decision)) if explain else trace)

    def _earlier(self, question: str, context: tuple[str, ...], before: Reply | None) -> Earlier | None:
        """What a question hangs on, if it does: the one before, with the one that that one hangs on."""
        nothing = before is None or (isinstance(before, Decline) and before.reason == "not_a_question")
        if nothing or not (self.hangs(question) or self.hanging(question)):
            return None
        last = len(context) - 1
        while last > 0 and self.hangs(context[last]) and not sentence(self.matcher.lexicon.read(context[last])):
            last -= 1
        answered = before if isinstance(before, (Answer, Correct)) and before.trace.pack == self.pack.id else None
        refused = isinstance(before, (Correct, Decline))
        return Earlier(" ".join(context[last:]), answered.entry if answered else None, refused=refused)

    def hangs(self, question: str) -> bool:
        """Whether a question may lean on the one before; a remark (`interesting`) or a mere number asks nothing."""
        read = self.matcher.lexicon.read(question)
        content = [token for token in read if token.content and not token.word.isdigit()]
        topical = any(token.term or token.word in self.matcher.lexicon.vocabulary.said for token in content)
        plain = topical and not followup.remarks(read)
        return followup.hangs(read) and (plain or "?" in question or followup.asks(read))

    def hanging(self, question: str) -> Aspect | Kind | None:
        """What a question asks of the answer before, if it is nothing but a follow-up."""
        read = self.matcher.lexicon.read(question)
        return followup.aspect(read) or followup.kind(read)

    def follow_up(self, entry: str, asked: Aspect | Kind, trace: Trace) -> Reply:
        """One aspect of an entry's answer, or what answers a kind of question about the same."""
        aspect = next((name for name in get_args(Aspect) if name == asked), None)
        if aspect is not None:
            lead = followup.lead(compose.answer(self.pack, self.items[entry], trace), aspect, self._when(entry))
            if lead is not None:
                return compose.answer(self.pack, self.items[entry], _led(trace, entry), lead)
        near = self._neighbour(entry, "time" if asked == "when" else asked, trace.question)
        if near is not None:
            return compose.answer(self.pack, self.items[near], _led(trace, near))
        none = f"The curated answers give no {followup.NAMES.get(asked, asked)} for this"
        says = self._undated(entry, trace) if asked == "when" else none
        return Decline(trace=trace, reason="not_covered", says=f"{says}.")

    def beside(self, before: Answer | Correct, question: str, earlier: str) -> Answer | None:
        """What is told of a kind (`in which countries?`) on the passage that answered the question `earlier`.

        A question that points (`where is that?`) asks about what is pointed at, wherever it is told.
        """
        read = self.matcher.lexicon.read(question)
        kind, named = followup.named_kind(read), named_kinds(read)
        if kind is None or not named or followup.points(read):
            return None
        near = self.matcher.beside(before.entry, kind, named, earlier)
        return compose.answer(self.pack, self.items[near], _led(before.trace, near)) if near else None

    def aside(self, entry: str, aspect: Aspect, trace: Trace) -> Answer:
        """One aspect of this very entry's answer, or that there is nothing of the kind."""
        item = self.items[entry]
        answer = compose.answer(self.pack, item, trace)
        told = isinstance(item, Entry) and self.matcher.leans(entry, "time")  # a fact that none asks for is not matched
        when = self._when(entry) or (answer.short if told else None)
        none = self._undated(entry, trace) if aspect == "when" else _none(aspect)
        return replace(answer, lead=followup.lead(answer, aspect, when) or none)

    def _undated(self, entry: str, trace: Trace) -> str:
        answer = compose.answer(self.pack, self.items[entry], trace)
        kinds = (self.pack.sources[cite.source].kind for cite in answer.citations if cite.published)
        return followup.undated(answer, next(kinds, "source"))

    def _neighbour(self, entry: str, kind: str, question: str) -> str | None:
        """The entry that answers a kind of question about the same: this one, one that it names, or one beside it."""
        item = self.items[entry]
        here = self.matcher.candidate(entry)
        near = [self.matcher.candidate(key) for key in (entry, *(item.see if isinstance(item, Entry) else ()))]
        dated = kind == "time"  # a date belongs to what it was given for, so only to the same passage
        fit = (c for c in near if (c is here or not dated or c.shares_passage(here)))
        about = (c.id for c in fit if c is here or self.matcher.shares_name(c.id, here.asks[0]))
        found = next((key for key in about if self.matcher.leans(key, kind)), None)
        means = kind == "means" and self.matcher.names(self.matcher.lexicon.read(question))
        return found or (self.matcher.beside(entry, kind, (), question) if means else None)

    def _when(self, entry: str) -> str | None:
        """The date of an entry: that of the facts it takes, or of a fact itself."""
        item = self.items[entry]
        facts = [item] if isinstance(item, Fact) else [self.items[key] for key in item.facts]
        dates = dict.fromkeys(fact.when for fact in facts if isinstance(fact, Fact) and fact.when)
        return ", ".join(map(spoken, dates)) or None

    def _trace(self, question: str, ranking: Ranking, decision: Decision) -> Trace:
        worded = bool(ranking.reading.tokens)
        return Trace(
            question=question,
            pack=self.pack.id,
            confidence=ranking.best.confidence if ranking.best and worded else 0.0,
            ranking=tuple(Ranked(s.candidate.id, s.meant) for s in ranking.answering) if worded else (),
            encoder=self.matcher.encoder.name if self.matcher.encoder else None,
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
        return f"Searched {_some(len(self.pack.entries), 'answer')} and {_some(len(self.pack.gaps), 'noted gap')}"


def _none(aspect: Aspect) -> str:
    return f"No {followup.NAMES[aspect]} is kept" if aspect in followup.NAMES else "Nothing is kept on that"


def _led(trace: Trace, entry: str) -> Trace:
    """The trace of the question before, with what is answered now at its head, and not to be read on with."""
    others = tuple(ranked for ranked in trace.ranking if ranked.entry != entry)
    related = tuple(near for near in trace.related if near.entry != entry)
    return replace(trace, ranking=(Ranked(entry, trace.confidence), *others)[:SHOWN], related=related)


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
        presumed="; ".join(one.finding for one in distinct([one for one in decision.conflicts if one.premise])),
        short=answer.short,
        detail=answer.detail,
        hedge=answer.hedge,
        citations=answer.citations,
    )


def _some(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
