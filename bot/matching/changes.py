"""A pack's phrasings reworded, which it must still answer, and turned round, which it must not: more trials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.matching.flips import LEARNT, TRIED, flips, perturbations
from bot.matching.guards import conflicts
from bot.matching.meanings import spelt_out
from bot.matching.signals import Standing, guarded, signals
from bot.matching.trials import Trial
from bot.matching.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from bot.matching.discriminant import Discriminant
    from bot.matching.evidence import Index
    from bot.matching.flips import Flip, Known, Perturbation
    from bot.matching.left_out import LeftOut
    from bot.matching.normalise import Token

    Encode = Callable[[Sequence[str]], NDArray[np.float32]]


def changed(left_out: LeftOut, index: Index, known: Known, encode: Encode | None) -> Iterator[Trial]:
    """A trial for each change; `encode` gives the vectors of many texts, where the index has meanings."""
    examples, lexicon = left_out.examples, known.lexicon
    places = {candidate.id: at for at, candidate in enumerate(examples.found)}
    made: list[Flip | Perturbation] = [*perturbations(known, LEARNT)]
    reworded = len(made)
    made += flips(known, LEARNT, TRIED)
    reads = [lexicon.read(one.text) for one in made]
    vectors = encode([spelt_out(read, lexicon) for read in reads]) if encode and reads else [None] * len(reads)
    for number, (one, read, vector) in enumerate(zip(made, reads, vectors, strict=True)):
        told = left_out.discriminants.without(lexicon.read(one.original))  # that has not seen what was changed, either
        best, seen = _held(left_out, index, read, vector, told)
        about = bool(not examples.rivals[best, places[one.candidate]])
        yield Trial("reworded" if number < reworded else "flip", seen, number < reworded and about, about)


def _held(
    left_out: LeftOut, index: Index, read: tuple[Token, ...], vector: NDArray[np.float32] | None, told: Discriminant
) -> tuple[int, NDArray[np.float64]]:
    """The best candidate that could answer a question, and its signals."""
    examples = left_out.examples
    evidence = index.evidence(read, None if vector is None else lambda _: vector)
    best = int(examples.able[evidence.scores[examples.able].argmax()])
    wording = told.logits(Wording.of(read).tells(best, examples.accounts[best]))
    (seen,) = signals(read, Standing(best, evidence, examples.rivals[best], examples.gaps, wording))
    return best, guarded(seen, conflicts(left_out.consider(read, best, ())))
