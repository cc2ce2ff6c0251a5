"""A pack's phrasings as rows to learn from."""

from __future__ import annotations

import numpy as np

from bot.matching.examples import NOBODY, Examples, texts
from tests import hollin

EXAMPLES = hollin.examples()


def test_every_phrasing_and_look_alike_is_a_row() -> None:
    """In the order of `texts`, phrasings first."""
    read = hollin.matcher().lexicon.read

    assert [[t.key for t in read(text)] for text in texts(EXAMPLES.found)] == [
        [t.key for t in r] for r in EXAMPLES.reads
    ]


def test_a_row_is_asked_or_refused() -> None:
    """Exactly one of both owners is somebody."""
    assert [True] * len(EXAMPLES.reads) == list((EXAMPLES.owners == NOBODY) ^ (EXAMPLES.refusers == NOBODY))


def test_a_row_aims_at_its_candidate_or_at_its_candidates_look_alikes() -> None:
    """Every row of targets has a single one: among the candidates for a phrasing, behind them for a look-alike."""
    classes = EXAMPLES.targets.argmax(axis=1) - len(EXAMPLES.found)

    assert [1.0] * len(EXAMPLES.reads) == EXAMPLES.targets.sum(axis=1).tolist()
    assert list(EXAMPLES.owners == NOBODY) == (classes >= 0).tolist()
    assert EXAMPLES.refusing[classes[classes >= 0]].tolist() == EXAMPLES.refusers[EXAMPLES.owners == NOBODY].tolist()


def test_gaps_are_tried_but_never_able() -> None:
    """A gap's questions are learnt from; a gap does not answer."""
    gaps = {at for at, candidate in enumerate(EXAMPLES.found) if not candidate.answers}

    assert gaps <= set(EXAMPLES.owners[EXAMPLES.tried].tolist())
    assert set() == gaps & set(EXAMPLES.able.tolist())


def test_a_pack_with_nothing_in_it_has_no_rows() -> None:
    """Nothing to learn from is no fault."""
    nothing = Examples.of([], [], hollin.matcher().lexicon)

    assert (0, 0) == (len(nothing.reads), len(nothing.tried))
    assert (0, 0) == np.shape(nothing.targets)
