"""Talk among people under an answer of ours: Discord's reply pings us, though often nobody asks anything."""

from __future__ import annotations

import re
from typing import Final

from bot.matching.scoring import CERTAIN
from bot.model.reply import Answer, Correct, Decline, Reply


def _one_of(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


def _begins(*ways: str) -> re.Pattern[str]:
    return re.compile("|".join(ways), re.IGNORECASE)


_ADDRESS: Final = re.compile(r"https?://\S+")
_GREETING: Final = _one_of(
    "and but so ok okay hey hi hello well um+ hm+ oh wait also then yes yeah no thanks pl(?:ea)?s"
)
_OPENING: Final = _begins(rf"(?:{_GREETING}\b[\s,.!…:-]*)*")
_VERB: Final = _one_of("is are was were does did has can could will would should")
_SUBJECT: Final = "the any this that these those there it he she they we i you anyone somebody all both (?-i:[A-Z])\\w+"
_ASKING: Final = _begins(
    rf"{_one_of('who whom whose what which why how')}(?:['’]?s)?\b",
    rf"(?:when|where)(?:['’]?s\b|\s+(?:{_VERB}|{_one_of('do have had exactly in on')})\b|\W*$)",  # not `when it rains`
    rf"{_VERB}(?:n['’]?t)?\s+{_one_of(_SUBJECT)}\b",  # `is it …`, and not `is nice`
    rf"{_one_of('do have had')}\s+{_one_of('they we you the any')}\b",
    rf"{_one_of('tell show give remind help')}\s+{_one_of('me us')}\b",
    rf"{_one_of('explain describe define summari[sz]e list')}\b",
    rf"any\s+{_one_of('idea word news')}\b|more\s+(?:on|about)\b",
    rf"{_one_of('i we just was')}\b.{{0,12}}\b{_one_of('wonder wondering curious')}\b",
    rf"{_one_of('i we')}(?:['’]d| would)?\s+{_one_of('like want need')}\s+to\s+know\b",
)
_EXCLAIMING: Final = _begins(
    rf"what\s+an?\b|who\s+{_one_of('knows cares')}\b|which\s+{_one_of('is was means')}\b",
    rf"how\s+(?!{_one_of('come many much often long far so sure')}\b)\w+\W*$",
)
_FOLLOWING: Final = re.compile(
    r"(?<!that's )(?<!that’s )(?<!thats )(?<!that is )\b"
    + _one_of("who whom whose when where why how sources? link url paragraph cite citation reference footnote")
    + r"\b|\b"
    + _one_of("exact verbatim quote quotation wording date")
    + r"\b",
    re.IGNORECASE,
)


def asks(text: str, *, bare: bool) -> bool:
    """Whether words ask something: by a question mark or a question word in front, as a request or a follow-up.

    `bare` where they are nothing but a follow-up; "sure" and "so they say" are no question all the same.
    """
    said = _ADDRESS.sub(" ", text)
    begun = _OPENING.sub("", said.strip(), count=1)
    if "?" in said or _EXCLAIMING.match(begun):
        return "?" in said
    return bool(_ASKING.match(begun) or (bare and _FOLLOWING.search(said)))


def tells(reply: Reply, shown: str) -> bool:
    """Whether a reply is worth saying to who asked nothing: what a curator wrote down word for word.

    An entry that is `shown` above already is not said again.
    """
    return isinstance(reply, Answer | Correct) and reply.trace.confidence >= CERTAIN and reply.entry != shown


def greets(reply: Reply) -> bool:
    """Whether a reply merely says how to ask."""
    return isinstance(reply, Decline) and reply.reason == "not_a_question"
