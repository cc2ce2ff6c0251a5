"""Questions that hang on the one before: `who said that?`, `when?`, `source?`, `and in Syria?`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from bot.answering.dates import spoken
from bot.matching.answer_kind import kinds, named_kinds
from bot.matching.earlier import turned
from bot.matching.words import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.matching.normalise import Token
    from bot.model.reply import Answer, Footnote

Aspect = Literal["who", "when", "source", "words", "sure"]
Kind = str  # one of `answer_kind.kinds`

NAMES = {"when": "date", "time": "date", "person": "name", "count": "number", "words": "passage", "source": "source"}

_WHOSE_WORD = "claim claims claimed reported according attributed assessment judgement judgment opinion".split()
_CLAIMING = frozenset({"claimed", "it"})
_ASPECTS: dict[Aspect, frozenset[str]] = {
    "who": frozenset({*"who whom whose said say says told".split(), *_WHOSE_WORD}),
    "when": frozenset("when date time happened happen month year".split()),
    "source": frozenset("source sources link url paragraph where from cite citation cited reference footnote".split()),
    "words": frozenset("exact words quote verbatim quotation wording literally word worded".split()),
    "sure": frozenset("sure certain confirmed confident certainty confidence reliable hedge".split()),
}
_LEADING: dict[Aspect, frozenset[str]] = {
    # `by whom?` asks who did it, not who says so
    "who": frozenset({"said", "say", "says", "told", *_WHOSE_WORD}),
    "when": frozenset({"when", "date"}),
    "source": frozenset({"source", "sources", "link", "url", "paragraph", "cite", "citation", "reference", "footnote"}),
    "words": frozenset({"exact", "verbatim", "quote", "quotation", "wording", "word", "worded"}),
    "sure": frozenset({"sure", "certain", "certainty", "confirmed", "confident", "confidence", "reliable"}),
}
_LIGHT = frozenset(
    """
    that this it these those was were is are did do does the a an and so but then exactly to of about how in on by since
    what which ok okay please for me give show can you i have get their they he she be tell us actually really
    """.split()
)
_MEASURES = frozenset({*"many times time often long much number".split(), "how come"})
_POINTING = frozenset(
    "it its that this these those he she him his her hers they them their theirs there then same one ones".split()
)
_RECALLING = frozenset("again too also either".split())  # `rockets again?`
_OPENING = frozenset({"and", "but", "so", "or", "then", "also", "plus"})
_WH = frozenset("who whom whose what which when where why how".split()) | {"how come"}
_VERBS = frozenset("is are was were do does did has have had can could will would isnt arent didnt".split())
_BASES = ("comment", "assessment", "report", "background")  # the least sure first
_DATE = re.compile(r"\b(?:1\d|20)\d\d\b")
_SHORT = 2  # content words up to which a question without a name of its own leans on the one before


def aspect(read: Sequence[Token]) -> Aspect | None:
    """What a bare follow-up asks of the answer before; None for a question with a topic of its own."""
    words = [token.word for token in read]
    for name, known in _ASPECTS.items():
        if name == "who" and ("what" in words or _CLAIMING.issubset(words)):
            continue  # `what did he say?` asks for words, not for whose they are, `who claimed it?` for who did it
        if _LEADING[name] & set(words) and all(word in known | _LIGHT for word in words):
            return name
    return None


def kind(read: Sequence[Token]) -> Kind | None:
    """The kind of answer that a bare question word asks for (`why?`, `where was that?`, `how many times?`)."""
    return _kind(read, ())


def named_kind(read: Sequence[Token]) -> Kind | None:
    """The kind of answer that a bare question names or asks for (`in which countries?`)."""
    return _kind(read, named_kinds(read))


def _kind(read: Sequence[Token], named: Sequence[Token]) -> Kind | None:
    asked, words = kinds(read), [token.word for token in read if token.content and token not in named]
    bare = _LIGHT.union(_MEASURES).issuperset(words) and not turned(read)
    return next(iter(asked)) if len(asked) == 1 and bare else None


def points(read: Sequence[Token]) -> bool:
    """Whether a question can't be understood alone: it points at something, or it begins with `and`."""
    words = [token.word for token in read]
    return bool(words) and (words[0] in _OPENING or bool(_POINTING & set(words)))


def asks(read: Sequence[Token]) -> bool:
    """Whether it asks by its words alone: a question word, a verb or an `and` in front."""
    first = read[0].word if read else ""
    return first in _OPENING | _VERBS or any(token.word in _WH for token in read)


def remarks(read: Sequence[Token]) -> bool:
    """Whether the asker says something of himself: `I see`."""
    return any(token.word in {"i", "me"} for token in read)


def hangs(read: Sequence[Token]) -> bool:
    """Whether a question may lean on the one before: it points there, or it is a fragment (`Syria?`, `to what?`)."""
    content = [token for token in read if token.content]
    asks = bool(kinds(read)) or any(token.word not in COMMANDS for token in content)  # `thanks` and `help` ask nothing
    own = any(token.term for token in content) and not any(token.word in _RECALLING for token in read)
    fragment = asks and len(content) <= _SHORT and not own
    return points(read) or fragment or (turned(read) and any(token.word in _WH for token in read))


def lead(answer: Answer, name: Aspect, when: str | None = None) -> str | None:
    """What a follow-up asked for, read off the footnote; None where the footnote doesn't have it."""
    first = answer.citations[0] if answer.citations else None
    if first is None:
        return None
    where = f" ¶{first.paragraph}" if first.paragraph is not None else ""
    match name:
        case "who":
            return " → ".join(f"{link.who} ({link.verb})" for link in first.chain) + where
        case "when":
            return f"When: {when}" if when else None
        case "source":
            return f"{first.publisher}, “{first.title}”{where}" + (f", {first.published}" if first.published else "")
        case "words":
            return f"The words: “{first.quote}”{where}" if first.quote else None
        case "sure":
            return f"The source says “{answer.hedge}”" if answer.hedge else _unhedged(answer.citations)


def undated(answer: Answer, kind: str) -> str:
    """What to say of an answer for which no date is kept: when its source, of this kind, was published."""
    known = next((cite.published for cite in answer.citations if cite.published), None)
    dated = _DATE.search(f"{answer.short} {answer.detail}")
    none = "No date is given beyond the answer's own words" if dated else "No date is given for this"
    return f"{none}; the {kind} is of {spoken(known)}" if known else none


def _unhedged(cited: Sequence[Footnote]) -> str:
    """How sure an answer is whose passages have no hedge: as sure as the least sure of those who speak there."""
    least = min(cited, key=lambda cite: _BASES.index(cite.basis) if cite.basis in _BASES else len(_BASES))
    speaker = least.chain[0].who if least.chain else least.publisher
    match least.basis:
        case "comment":
            return f"{speaker} said this without a hedge; it is one voice's own word, not a finding"
        case "assessment":
            return f"{speaker} judged this, without a hedge; a judgement is not a proof"
        case "report":
            return f"{speaker} reported this without a hedge"
    return f"{least.publisher} states this as background, without a hedge"
