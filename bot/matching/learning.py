"""Learning a pack: its words, what each candidate accounts for, and all that is built on them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bot.matching.account import Account
from bot.matching.build import build
from bot.matching.changes import changed
from bot.matching.english import inflected
from bot.matching.exact import Exact
from bot.matching.examples import Examples
from bot.matching.flips import Known
from bot.matching.guards import PROFILES
from bot.matching.guards.roles import parts
from bot.matching.left_out import trials
from bot.matching.lexicon import Lexicon
from bot.matching.meanings import Meanings, spelt_out
from bot.matching.nearest import Near
from bot.matching.store import Learnt
from bot.matching.telling import tell_apart
from bot.matching.trials import calibrate, fair, risk, topical
from bot.matching.vectors import vectors
from bot.matching.worded import Worded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.matching.candidates import Candidate
    from bot.matching.encoder import Encoder
    from bot.model.entries import Pack


def learn(pack: Pack, found: Sequence[Candidate], cache: Path | None, encoder: Encoder | None) -> Learnt:
    """Everything that a matcher needs to know of a pack; an encoder's vectors are kept in the cache folder."""
    plain = lexicon_of(pack, found)
    lexicon = plain.with_words(inflected(plain.vocabulary.words))
    worded = [Worded.of(candidate, lexicon) for candidate in found]
    accounts = [Account.of(*pair, lexicon, PROFILES) for pair in zip(found, worded, strict=True)]
    examples = Examples.of(found, worded, accounts)
    answering = [one for one, candidate in zip(worded, found, strict=True) if candidate.answers]
    roles = Counter(part for one in answering for read in one.affirmed for part in set(parts(read, lexicon)))
    encode = partial(vectors, encoder, cache=cache) if encoder else None
    encoded = encode([spelt_out(read, lexicon) for read in examples.reads]) if encode else None
    meanings = None if encoded is None else Meanings.of(encoded, examples.targets.argmax(axis=1))
    index, left_out = build(examples, Near.of(worded), lexicon, roles, meanings)
    once = (
        partial(vectors, encoder, cache=None) if encoder else None
    )  # no vectors of changes in the place of phrasings'
    known = Known(found, worded, accounts, lexicon)
    told = tell_apart(index, known, left_out.confusion(index.weights))
    left_out = replace(left_out, discriminants=told)
    every = [*trials(left_out, index.weights), *changed(left_out, index, known, once)]
    tried = fair(every)
    sure, about, wrong = calibrate(tried), topical(every), risk(tried).tolist()
    return Learnt(index, told.whole, sure, about, wrong, Exact.of(worded), lexicon, roles, accounts)


def lexicon_of(pack: Pack, found: Sequence[Candidate]) -> Lexicon:
    """The words and names of a pack's glossary, answers and questions."""
    terms = pack.terms.values()
    written = [*(candidate.says for candidate in found), *(term.line for term in terms)]
    asked = [text for candidate in found for text in (*candidate.asks, *candidate.not_)]
    return Lexicon.of(terms, written, pack.language).with_questions(asked)
