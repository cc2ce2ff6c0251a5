"""Words of estimation and of certainty, by which a source, or who passes it on, says how sure a thing is."""

from __future__ import annotations

from typing import Final

ESTIMATIVE: Final = frozenset(
    """allegedly apparently appear appears appeared believe believes believed could likely may maybe might perhaps
    possible possibly potential potentially presumably probable probably reportedly seem seems seemed seemingly
    suggest suggests suggested unlikely""".split()
)
"""English words of estimation; a quote that holds one needs its `hedge`."""

CERTAIN: Final = frozenset(
    """certain certainly clear clearly confirmed definite definitely doubtless indeed inevitably obviously plainly
    proven sure surely truly undeniably undoubtedly unquestionably""".split()
)
"""English words that leave no doubt: they state nothing else."""
