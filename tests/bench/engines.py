"""What is measured: Footnote with and without its small model, and what one would use instead.

Each engine imports what it needs when it is opened, so that none is charged with another's memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.matching.encoder import Encoder
    from bot.model.entries import Entry, Pack
    from tests.bench.sets import Known

    Engine = Callable[[str], "Guess"]


@dataclass(frozen=True, slots=True)
class Guess:
    """The best entry for a question, and how sure the engine is of it, in whatever unit.

    `answered` tells whether it would be shown at the default floor; None for an engine that has none.
    """

    entry: str | None
    confidence: float
    answered: bool | None = None


WRATIO: Final = "rapidfuzz WRatio"
LEXICAL: Final = "Footnote, words alone"
SEMANTIC: Final = "Footnote with MiniLM"
NEAREST: Final = "MiniLM, nearest phrasing"


def names() -> tuple[str, ...]:
    """The engines that can be run here: those with MiniLM only where it is installed."""
    from bot.matching.encoder import open_encoder  # noqa: PLC0415 - numpy is no part of the other engines

    with_model = open_encoder(None) is not None
    return tuple(name for name in OPENERS if with_model or name not in {SEMANTIC, NEAREST})


def opened(name: str, known: Sequence[Known]) -> Engine:
    """An engine that has learnt what is known, without a cache."""
    return OPENERS[name](known)


def pack(known: Sequence[Known]) -> Pack:
    """A pack of nothing but entries; each cites a source and no paragraph, so that all are rivals."""
    from bot.model.entries import Pack  # noqa: PLC0415

    return Pack(id="bench", title="Bench", entries=tuple(map(_entry, known)))


def _entry(one: Known) -> Entry:
    from bot.model.entries import Citation, Entry, Place  # noqa: PLC0415

    place = Place("kb.jsonl", 1)
    question, *also = one.texts
    cites = (Citation(source="none", place=place),)
    return Entry(
        id=one.entry, topic="", question=question, also=tuple(also), answer=one.answer, cites=cites, place=place
    )


def _footnote(known: Sequence[Known], encoder: Encoder | None) -> Engine:
    from bot.answering.decide import decide  # noqa: PLC0415
    from bot.answering.policy import CAUTION, Policy  # noqa: PLC0415
    from bot.matching.matcher import Matcher  # noqa: PLC0415

    matcher = Matcher.open(pack(known), None, encoder)
    policy = Policy.of(CAUTION, matcher.learnt.risk, meaning=matcher.encoder is not None)

    def ask(text: str) -> Guess:
        ranking = matcher.rank(text)
        answered = decide(ranking, policy).outcome == "answer"
        best = ranking.best
        return Guess(best.candidate.id, best.confidence, answered) if best else Guess(None, 0.0, answered)

    return ask


def _lexical(known: Sequence[Known]) -> Engine:
    return _footnote(known, None)


def _semantic(known: Sequence[Known]) -> Engine:
    return _footnote(known, _encoder())


def _nearest(known: Sequence[Known]) -> Engine:
    from bot.matching.threads import one_thread  # noqa: PLC0415

    one_thread()  # as Footnote has it
    owners, texts = _phrasings(known)
    encoder = _encoder()
    vectors = encoder.encode(texts)

    def ask(text: str) -> Guess:
        cosines = vectors @ encoder.encode([text])[0]
        best = int(cosines.argmax())
        return Guess(owners[best], float(cosines[best]))

    return ask


def _encoder() -> Encoder:
    from bot.matching.encoder import open_encoder  # noqa: PLC0415

    encoder = open_encoder(None)
    assert encoder is not None, "names() offers no engine that can't be opened"
    return encoder


def _bm25(known: Sequence[Known]) -> Engine:
    from tests.bench.bm25 import BM25  # noqa: PLC0415

    owners, texts = _phrasings(known)
    index = BM25(texts)

    def ask(text: str) -> Guess:
        at, score = index.best(text)
        return Guess(owners[at], score)

    return ask


def _rapidfuzz(scorer: str) -> Callable[[Sequence[Known]], Engine]:
    """`process.extractOne` over all phrasings, with case and punctuation folded beforehand, to its advantage."""

    def opener(known: Sequence[Known]) -> Engine:
        from rapidfuzz import fuzz, process, utils  # noqa: PLC0415

        owners, texts = _phrasings(known)
        choices, score = list(map(utils.default_process, texts)), getattr(fuzz, scorer)

        def ask(text: str) -> Guess:
            _, likeness, at = process.extractOne(utils.default_process(text), choices, scorer=score)
            return Guess(owners[at], likeness)

        return ask

    return opener


def _phrasings(known: Sequence[Known]) -> tuple[list[str], list[str]]:
    """Every phrasing's owner, and every phrasing."""
    pairs = [(one.entry, text) for one in known for text in one.texts]
    return [entry for entry, _ in pairs], [text for _, text in pairs]


OPENERS: Final[Mapping[str, Callable[[Sequence[Known]], Engine]]] = {
    WRATIO: _rapidfuzz("WRatio"),
    "rapidfuzz token_set_ratio": _rapidfuzz("token_set_ratio"),
    "rapidfuzz token_sort_ratio": _rapidfuzz("token_sort_ratio"),
    "BM25, stemmed": _bm25,
    NEAREST: _nearest,
    LEXICAL: _lexical,
    SEMANTIC: _semantic,
}
