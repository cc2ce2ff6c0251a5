"""A desk with a tiny hand-written answerer: enough to see what Discord does with each kind of reply."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.model.entries import Citation, Entry, Pack, Place, Source
from bot.model.reply import Answer, Decline, Option, Reply, Trace
from tests.render.replies import ANSWER, CLARIFY, CORRECT, DECLINE

if TYPE_CHECKING:
    import threading
    from collections.abc import Sequence

PLACE = Place("qa/bridge.yaml", 1)
LONG = "bridge-" + "x" * 120


def entry(name: str, question: str) -> Entry:
    """An entry that only its id and question matter of."""
    return Entry(
        id=name,
        topic="Bridge",
        question=question,
        answer="…",
        cites=(Citation(source="gazette", place=PLACE),),
        place=PLACE,
    )


PACK = Pack(
    id="bridge",
    title="The bridge",
    as_of="2021-06-02",
    greeting="Ask me about the bridge.",
    sources={
        "gazette": Source(
            id="gazette",
            title="Bridge to open late",
            publisher="The Gazette",
            url="https://gazette.example",
            place=PLACE,
        )
    },
    entries=(
        entry("bridge-opening", "When does the bridge open?"),
        entry("bridge-cost", "What does it cost?"),
        entry(LONG, "What is the question with the very long id, so long that no button can hold it whole?"),
    ),
)


class FakeAnswerer:
    """Answers by key words; keeps what it was asked, and in which context."""

    def __init__(self) -> None:
        self.packs = (PACK,)
        self.heard: list[tuple[str, tuple[str, ...]]] = []

    def ask(self, question: str, context: Sequence[str] = (), *, explain: bool = False) -> Reply:
        """Answer by a key word."""
        del explain
        self.heard.append((question, tuple(context)))
        if "slowly" in question:
            time.sleep(0.1)
        trace = replace(ANSWER.trace, question=question)
        if "boom" in question:
            raise RuntimeError("a secret of the asker: " + question)
        for word, reply in (("bridge?", CLARIFY), ("2020", CORRECT), ("paid", DECLINE)):
            if word in question:
                return replace(reply, trace=replace(reply.trace, question=question))
        if "likely" in question:
            return replace(CLARIFY, options=CLARIFY.options[:1])
        if not question or "hello" in question:
            return Decline(trace=trace, reason="not_a_question", says=PACK.greeting)
        return replace(ANSWER, trace=trace)

    def recall(self, name: str) -> Answer | None:
        """Answer an entry by its id."""
        found = next((item for item in self.packs[0].entries if item.id == name), None)
        return replace(ANSWER, entry=name, trace=Trace(question=found.question, pack="bridge")) if found else None

    def follow_up(self, name: str, aspect: str) -> Reply | None:
        """Lead with the aspect."""
        recalled = self.recall(name)
        return replace(recalled, lead=f"Asked for: {aspect}.") if recalled else None

    def follows(self, question: str) -> bool:
        """Take any question about "that" for a mere follow-up."""
        return "that" in question.split()

    def named(self, text: str) -> dict[str, str]:
        """Know no names."""
        del text
        return {}

    def suggest(self, text: str, limit: int = 25) -> tuple[Option, ...]:
        """Offer more than was asked for."""
        found = [item for item in self.packs[0].entries * 20 if text.casefold() in item.question.casefold()]
        return tuple(Option(item.id, item.question, 0.5) for item in found[: limit + 10])


class FakeDesk:
    """Holds a fake answerer; `problem` is what its pack suffers from."""

    def __init__(self, problem: str | None = None, learnt: threading.Event | None = None) -> None:
        self.answerer = FakeAnswerer()
        self.problem = problem
        self.learnt = learnt
        self.looked = 0

    def refresh(self, *, patient: bool = False) -> str | None:
        """Say what the pack suffers from, once a change is learnt."""
        self.looked += 1
        del patient
        if self.learnt:
            self.learnt.wait(10)
        return self.problem
