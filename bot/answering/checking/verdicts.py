"""A text held against the packs, sentence by sentence.

The worst that can happen is a false sentence called supported: every word, amount, name and side of it must be told
of one passage. Next comes a contradiction overlooked; what can't be decided is left to the reader, with the place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answering.checking.rules import differences
from bot.answering.checking.sentences import split
from bot.answering.estimates import CERTAIN, ESTIMATIVE
from bot.model.check import Checked, Finding
from bot.model.reply import Answer, Correct, Decline

if TYPE_CHECKING:
    from bot.answering.answerer import Answerer
    from bot.answering.checking.compared import Compared
    from bot.matching.normalise import Token
    from bot.model.check import Verdict
    from bot.model.reply import Reply

MOST: Final = 24
"""How many sentences of a text are looked at."""

_FEW: Final = 3  # passages that a sentence is held against
_BEST: Final[tuple[Verdict, ...]] = ("supported", "hedge_lost", "otherwise")  # which verdict to give of two near ones
_FAR: Final = 0.5  # of nearness, from the nearest passage to those that may speak against a sentence
_TIED: Final = 0.15  # of nearness, between passages that may both speak of it
_NEAR: Final = 0.5  # of a sentence's words, from which on a passage is worth reading
_AT_ONCE: Final = 0.75  # of them, but for the wrong ones, that an entry must say in brief to be contradicted
_RIGHT: Final = 2  # words


def check(answerer: Answerer, text: str) -> Checked:
    """What the packs say of each sentence, at most `MOST` of them."""
    stated, scraps = split(text)
    try:
        findings = tuple(_finding(answerer, sentence) for sentence in stated[:MOST])
    finally:
        answerer.forget()
    return Checked(findings, left=len(stated) - len(findings), scraps=scraps)


def _finding(answerer: Answerer, sentence: str) -> Finding:
    found = [compared for book in answerer.books for compared in book.compared(sentence)]
    near = sorted(found, key=lambda one: (one.share, one.nearness), reverse=True)[:_FEW]
    whole = [one for one in near if not one.missing] or near
    least = max((one.nearness for one in whole), default=0.0) - _FAR
    told = [(one.nearness, finding) for one in whole if one.nearness >= least and (finding := _told(one, sentence))]
    if not told:
        return _undecided(answerer.ask(sentence), near[0] if near else None, sentence)
    nearest = max(nearness for nearness, _ in told)
    tied = (finding for nearness, finding in told if nearness >= nearest - _TIED)
    return min(tied, key=lambda finding: _BEST.index(finding.verdict))


def _told(one: Compared, sentence: str) -> Finding | None:
    """What one passage says of a sentence, if it says anything."""
    found, short = differences(one), one.told.short
    against = [difference for difference in found if difference.contrary]
    if against and _otherwise(one, {difference.word for difference in against}):
        told = "; ".join(dict.fromkeys(difference.finding for difference in against))
        return _at(one, sentence, "otherwise", f"{told[:1].upper()}{told[1:]}. The report says: {short}")
    if found or not one.claim.content or not one.supported:
        return None
    hedge = _hedge(one)
    if hedge and (one.claim.words & CERTAIN or not _hedged(one, hedge)):
        return _at(one, sentence, "hedge_lost", f"The source says “{hedge}”: {short}")
    return None if one.claim.words & CERTAIN else _at(one, sentence, "supported", short)


def _otherwise(one: Compared, wrong: set[str]) -> bool:
    """Whether all but a word or two of a sentence is so clearly of a passage that it contradicts the rest."""
    content = one.claim.content
    right = [token for token in content if token.surface not in wrong]
    amiss = [token for token in one.missing if token in right and not _named_here(one, token)]
    few = len(right) >= _RIGHT and (len(content) - len(right)) * 3 <= max(3, len(content))
    foreign = any(token.term is None and one.claim.is_name(token) for token in content if token not in right)
    needed = 1.0 if foreign else _AT_ONCE
    return few and not amiss and one.at_once * len(content) >= needed * len(right)


def _named_here(one: Compared, token: Token) -> bool:
    return token in one.claim.names and one.names(token, one.told.briefly)


def _hedge(one: Compared) -> str | None:
    """How sure the passage is of what is claimed: not at all unsure, if something sure on it says as much in brief."""
    sure = (other for other in one.beside if not other.told.hedge)
    return None if any(other.in_brief >= one.in_brief for other in sure) else one.told.hedge


def _hedged(one: Compared, hedge: str) -> bool:
    """Whether a sentence is as careful: by a word of estimation, or by the hedge's own words or one like it."""
    read = one.claim.lexicon.read(hedge)
    alike = {token.meaning for token in read} & {token.meaning for token in one.claim.read}
    return bool(alike or one.claim.words & (ESTIMATIVE | {token.word for token in read}))


def _undecided(reply: Reply, near: Compared | None, sentence: str) -> Finding:
    """What a noted gap says, else where to read on, else nothing."""
    if isinstance(reply, Decline) and reply.gap:
        return Finding(sentence=sentence, verdict="not_covered", says=reply.says)
    if near is not None and near.share >= _NEAR and len(near.claim.content) > 1:
        return _at(near, sentence, "unmatched", f"{_unmatched(near)} The nearest answer: {near.told.short}")
    if isinstance(reply, Answer | Correct):
        passages = tuple(dict.fromkeys(c.paragraph for c in reply.citations if c.paragraph is not None))
        says, url = f"The nearest answer: {reply.short or reply.detail}", next((c.url for c in reply.citations), None)
        return Finding(
            sentence=sentence, verdict="unmatched", says=says, paragraphs=passages, url=url, entry=reply.entry
        )
    return Finding(sentence=sentence, verdict="not_covered", says="No curated answer speaks of this.")


def _unmatched(near: Compared) -> str:
    """What keeps a sentence from being matched."""
    missing = ", ".join(f"“{token.surface}”" for token in dict.fromkeys(near.missing))
    if missing:
        return f"No curated answer to this passage speaks of {missing}."
    told = "; ".join(dict.fromkeys(difference.finding for difference in differences(near)))
    return f"{told[:1].upper()}{told[1:]}." if told else "No curated answer says quite the same."


def _at(one: Compared, sentence: str, verdict: Verdict, says: str) -> Finding:
    return Finding(
        sentence=sentence,
        verdict=verdict,
        says=says,
        paragraphs=(one.passage.paragraph,),
        url=one.told.url,
        entry=one.told.item.id,
    )
