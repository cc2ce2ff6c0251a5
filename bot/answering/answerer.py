"""The one way in: a question, with what was asked before, to a reply."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, get_args

from bot.answering import compose
from bot.answering.checking.book import Book
from bot.answering.counter import Counter
from bot.answering.followup import Aspect
from bot.answering.policy import CAUTION, HIGH, Policy
from bot.answering.suggesting import Suggesting
from bot.matching.english import is_english
from bot.matching.matcher import Matcher
from bot.model.entries import Entry
from bot.model.reply import Answer, Correct, Decline, Option, Reply, Trace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.answering.followup import Kind
    from bot.matching.encoder import Encoder
    from bot.model.entries import Pack

_ORDER = {"answer": 0, "correct": 1, "clarify": 2, "decline": 3}  # which pack's reply to give, if there are several
_MOST_BEFORE = 8  # earlier questions that a follow-up may hang on, one on the other


class Answerer:
    """Answers over one or more packs; opening learns them, or takes what was learnt from the cache folder.

    `caution` is how many wrong answers in a hundred questions are tolerable.
    """

    def __init__(
        self,
        packs: tuple[Pack, ...],
        *,
        cache: Path | None = None,
        encoder: Encoder | None = None,
        caution: float = CAUTION,
    ) -> None:
        self.packs = packs
        matchers = [Matcher.open(pack, cache, encoder) for pack in packs]
        meaning = encoder is not None
        self._desks = tuple(Counter(one, Policy.of(caution, one.learnt.risk, meaning=meaning)) for one in matchers)
        self._suggesting = tuple(map(Suggesting, matchers))

    @property
    def matchers(self) -> tuple[Matcher, ...]:
        """What the packs have been learnt into, one a pack."""
        return tuple(desk.matcher for desk in self._desks)

    @cached_property
    def books(self) -> tuple[Book, ...]:
        """The packs as statements are held against them, one a pack; read when the first one is."""
        return tuple(map(Book.of, self.matchers))

    def ask(self, question: str, context: Sequence[str] = (), *, explain: bool = False) -> Reply:
        """The reply to a question; `context` holds the asker's earlier questions, oldest first."""
        started = time.perf_counter()
        try:
            reply = self._reply(question, tuple(context)[-_MOST_BEFORE:], explain=explain)
        finally:
            self.forget()
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

    def follow_up(self, entry: str, aspect: Aspect) -> Answer | None:
        """An entry's answer led by one aspect of it: who said it, when, which source, which words, how sure."""
        answer = self.recall(entry)
        desk = next((desk for desk in self._desks if entry in desk.items), None)
        return desk.aside(entry, aspect, answer.trace) if desk and answer else None

    def follows(self, question: str) -> bool:
        """Whether a question is nothing but a follow-up to an answer before: who said it, when, why."""
        try:
            return bool(self._desks and self._desks[0].hanging(question))
        finally:
            self.forget()

    def forget(self) -> None:
        """Keep no text that was read: no question lasts longer than its reply."""
        for matcher in self.matchers:
            matcher.lexicon.forget()

    def suggest(self, text: str, limit: int = 25) -> tuple[Option, ...]:
        """Curated questions that share something with what is typed so far; the first ones for an empty text."""
        found = [ranked for one in self._suggesting for ranked in one.suggest(text)]
        self.forget()
        return tuple(option for _, option in sorted(found, key=itemgetter(0), reverse=True)[:limit])

    def named(self, text: str) -> dict[str, str]:
        """The glossary terms that a text names in any spelling: id → how it is written there."""
        read = [token for desk in self._desks for token in desk.matcher.lexicon.read(text)]
        self.forget()
        return {token.term: token.surface for token in read if token.term}

    def _reply(self, question: str, context: tuple[str, ...], *, explain: bool) -> Reply:
        if not self._desks:
            return Decline(
                trace=Trace(question=question), reason="out_of_scope", says="There is no pack to answer from."
            )
        asked, before = self._desks[0].hanging(question), self._before(question, context, explain=explain)
        if asked and asked in get_args(Aspect) and isinstance(before, (Answer, Correct)):
            return self._follow_up(before, asked)
        replies = [desk.reply(question, context, before, explain=explain) for desk in self._desks]
        reply = min(replies, key=lambda reply: (_ORDER[reply.outcome], -reply.trace.confidence))
        beside = self._beside(question, context, before)
        return beside or (self._bare(reply, asked, before) if asked else reply)

    def _beside(self, question: str, context: tuple[str, ...], before: Reply | None) -> Answer | None:
        if not (context and isinstance(before, (Answer, Correct))):
            return None
        return self._desk(before).beside(before, question, context[-1])

    def _bare(self, reply: Reply, asked: Aspect | Kind, before: Reply | None) -> Reply:
        """The reply to a mere `why?`: its own if it has an answer, else what stands beside the answer before."""
        if isinstance(before, (Answer, Correct)):
            near = reply if self._tells(reply, asked) else self._follow_up(before, asked)
            return reply if isinstance(near, Decline) and not isinstance(reply, Decline) else near
        nothing = before is None or (isinstance(before, Decline) and before.reason == "not_a_question")
        sure = isinstance(reply, Answer) and reply.trace.confidence >= HIGH
        return _hanging_on_nothing(reply) if nothing and not sure else reply

    def _tells(self, reply: Reply, asked: Aspect | Kind) -> bool:
        """Whether a reply is an answer that is asked for this kind."""
        kind = "time" if asked == "when" else asked
        return isinstance(reply, Answer) and self._desk(reply).matcher.leans(reply.entry, kind)

    def _before(self, question: str, context: tuple[str, ...], *, explain: bool) -> Reply | None:
        """The reply to the question that this one may hang on."""
        hangs = any(desk.hangs(question) or desk.hanging(question) for desk in self._desks)
        if not (context and hangs and self._makes_sense(question)):
            return None
        return self._reply(context[-1], context[:-1], explain=explain)

    def _follow_up(self, before: Answer | Correct, asked: Aspect | Kind) -> Reply:
        return self._desk(before).follow_up(before.entry, asked, before.trace)

    def _desk(self, before: Answer | Correct) -> Counter:
        return next(desk for desk in self._desks if desk.pack.id == before.trace.pack)

    def _makes_sense(self, question: str) -> bool:
        """Whether a pack, or English, knows a word of it; what is typed at random hangs on nothing before."""
        lexicons = [desk.matcher.lexicon for desk in self._desks]
        read = [(lexicon, token) for lexicon in lexicons for token in lexicon.read(question) if token.content]
        return not read or any(
            token.term or token.sense or token.word in lexicon.vocabulary or is_english(token.word)
            for lexicon, token in read
        )


def _hanging_on_nothing(reply: Reply) -> Decline:
    """A bare follow-up (`who said that?`) where nothing was answered before; what it resembles is no answer to it."""
    says = "That asks about an answer, and none was given yet: ask the whole question, or choose one that was offered."
    return Decline(trace=replace(reply.trace, related=()), reason="not_a_question", says=says)
