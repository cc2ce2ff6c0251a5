"""The shipped pack, read once for all that is made of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.loader import load_packs
from bot.matching.candidates import candidates
from bot.matching.flips import Known
from bot.matching.learning import lexicon_of

KNOWLEDGE = Path(__file__).resolve().parents[3] / "knowledge"


@pytest.fixture(scope="session")
def shipped() -> Known:
    """All that the first report's pack knows."""
    (pack,) = load_packs(KNOWLEDGE)
    found = candidates(pack)
    return Known.of(found, lexicon_of(pack, found))
