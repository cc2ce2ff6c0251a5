"""What a pack's own questions teach of wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.matching.candidates import rivals
from bot.matching.learning import learn
from bot.matching.matcher import Matcher
from bot.matching.store import load, save
from bot.matching.telling import Told, tell_apart
from bot.matching.wording import Wording
from tests import hollin

if TYPE_CHECKING:
    from pathlib import Path

    from bot.matching.discriminant import CrossFitted


def told() -> CrossFitted:
    """What the invented pack teaches, where each candidate is mistaken for any that answers."""
    known = hollin.known()
    able = np.array([candidate.answers for candidate in known.found])
    return tell_apart(hollin.matcher().index, known, (rivals(known.found) & able).astype(np.float32))


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pack of this size has enough to learn from."""
    monkeypatch.setattr("bot.matching.telling.FEWEST", 1)


def test_a_small_pack_tells_nothing_apart() -> None:
    """A handful of look-alikes would teach accidents."""
    assert 0 == len(told().whole.keys)


@pytest.mark.usefixtures("few")
def test_questions_are_told_from_look_alikes_that_it_has_not_seen() -> None:
    """By wording alone, phrasings are ahead of look-alikes by far more than chance would have it."""
    known = hollin.known()
    found = told()

    def logits(at: int, reads: tuple[tuple[object, ...], ...], *, own: bool) -> list[float]:
        account = known.accounts[at]
        tells = [(r, Wording.of(r).tells(at, account, r if own else ())) for r in reads]  # type: ignore[arg-type]
        return [found.without(r).logits(keys).answers for r, keys in tells]  # type: ignore[arg-type]

    worded = [(at, one) for at, one in enumerate(known.worded) if known.found[at].answers]
    asked = np.array([x for at, one in worded for x in logits(at, one.phrasings, own=True)])
    refused = np.array([x for at, one in worded for x in logits(at, one.look_alikes, own=False)])
    assert (asked[:, None] > refused[None, :]).mean() > 0.7  # a half would be chance


@pytest.mark.usefixtures("few")
def test_a_question_that_it_has_not_seen_is_told_to_be_its_candidates() -> None:
    """By wording alone, a phrasing speaks more for its own candidate than for another."""
    known, found = hollin.known(), told()
    able = [at for at, candidate in enumerate(known.found) if candidate.answers]

    def chosen(read: tuple[object, ...], at: int, *, own: bool) -> float:
        tells = Wording.of(read).tells(at, known.accounts[at], read if own else ())  # type: ignore[arg-type]
        return found.without(read).logits(tells).chosen  # type: ignore[arg-type]

    asked = [(read, at) for at in able for read in known.worded[at].phrasings]
    ahead = [
        chosen(read, at, own=True) > chosen(read, other, own=False)
        for read, at in asked
        for other in able
        if other != at and not known.found[other].shares_passage(known.found[at])
    ]
    assert np.mean(ahead) > 0.7  # a half would be chance


@pytest.mark.usefixtures("few")
def test_what_wording_tells_is_kept(tmp_path: Path) -> None:
    """A matcher from the store says the same as one that has just learnt."""
    pack, found = hollin.pack(), hollin.known().found
    learnt = learn(pack, found, None, None)
    save(tmp_path, "hollin", learnt)
    again = load(tmp_path, "hollin")
    assert again is not None

    one, other = (Matcher(pack, tuple(found), what, None) for what in (learnt, again))
    questions = ["how many raids", "did Hollin attack Tarnia", "what does the wall cost"]
    assert [one.rank(q).best.signals.tolist() for q in questions] == [  # type: ignore[union-attr]
        other.rank(q).best.signals.tolist()  # type: ignore[union-attr]
        for q in questions
    ]


@pytest.mark.usefixtures("few")
def test_a_sample_of_a_large_pack_is_compared_with(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is nearly a phrasing is still found and named in its words, and every phrasing is known word for word."""
    monkeypatch.setattr("bot.matching.examples.INDEXED", 40)
    pack, found = hollin.pack(), hollin.known().found
    matcher = Matcher(pack, tuple(found), learn(pack, found, None, None), None)

    read, owner = matcher.lexicon.read, matcher.learnt.exact.owner
    assert [] == [ask for at, one in enumerate(found) for ask in one.asks if owner(read(ask)) != at]
    ranking = matcher.rank("why did Tarnia attack Hollin at all")
    assert ranking.best is not None
    assert ranking.phrasing in ranking.best.candidate.asks


def test_only_rivals_teach_which_candidate_is_asked() -> None:
    """A look-alike is nobody's question; a phrasing is one candidate's and not another's."""
    read = hollin.matcher().lexicon.read("who raided Hollin")

    assert (1, 1) == Told(read, 0, right=True).signs
    assert (-1, 0) == Told(read, 0, right=False).signs
    assert (-1, -1) == Told(read, 0, right=False, rival=True).signs
