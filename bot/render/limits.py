"""Discord's room for text, and how text is made to fit it and to mean nothing but itself.

Lengths are counted in UTF-16 units, the strictest way in which Discord's clients and servers count.
Sources: Discord's documentation of embed limits, and of its markdown.
"""

from __future__ import annotations

import re
import unicodedata

CONTENT = 2000
TITLE = 256
FIELD_NAME = 256
FIELD_VALUE = 1024
FIELDS = 25
AUTHOR = 256
TOTAL = 6000
URL = 512
LABEL = 80
CHOICE = 100

_INLINE = re.compile(r"([\\*_~`|\[\]<])")
_INVITE = re.compile(
    r"(\bdiscord(?:app)?\.(?:gg|com/invite))/", re.IGNORECASE
)  # shown as a card even without its scheme
_LINE_START = re.compile(r"^([^\S\n]*\d*)([>#+.-])", re.MULTILINE)
# Controls, formats (bidi marks, zero-width) and halves of surrogate pairs: nothing that a reader sees.
_UNSEEN = {"Cc", "Cf", "Cs"}
_JOINER = "\u200d"  # holds emoji together, so it stays


def units(text: str) -> int:
    """Length in UTF-16 units: 1 for most characters, 2 for emoji."""
    return len(text) + sum(character > "\uffff" for character in text)


def clean(text: str) -> str:
    """Text on one line, without control characters, bidirectional marks and other unseen ones."""
    return " ".join(_seen(text).split()).strip(_JOINER)


def lines(text: str) -> str:
    """The same as `clean`, with line breaks kept, two in a row at most."""
    kept = "\n".join(clean(line) for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", kept).strip()


def cut(text: str, limit: int) -> str:
    """Text of at most `limit` units, cut at a word where one ends near, with an ellipsis where cut."""
    if units(text) <= limit:
        return text
    head = _head(text, limit - 1)
    stop = head.rfind(" ")
    return (head[:stop] if stop > limit // 2 else head).rstrip() + "…"


def escape(text: str, limit: int) -> str:
    """Text that Discord shows letter by letter: no markdown, mention or link in it; at most `limit` units."""
    room = limit
    while units(escaped := _escaped(cut(text, room))) > limit:
        room -= max(1, (units(escaped) - limit) // 2)
    return escaped


def unescape(text: str) -> str:
    """What `escape` was given, if it was not cut."""
    return re.sub(r"\\([\\*_~`|\[\]<>#+.-]|(?=:?/))", r"\1", text.replace("@\u200b", "@"))


def chip(text: str, limit: int) -> str:
    """Text as a small label in code style, at most `limit` units with its quotes."""
    return "`" + cut(clean(text).replace("`", "'"), limit - 2) + "`"


def link(text: str, url: str) -> str | None:
    """A masked link, whole or not at all: None where `url` is no web address or longer than Discord takes.

    An address that is too long with its fragment is tried without it.
    """
    for address in (url, url.partition("#")[0]):
        safe = re.sub(r"[\s()<>\[\]\\`*|\"]", _percent, _seen(address))
        if units(safe) <= URL and re.match(r"https?://[^/\s]", safe):
            return f"[{text}]({safe})"
    return None


def _escaped(text: str) -> str:
    marked = _LINE_START.sub(r"\1\\\2", _INLINE.sub(r"\\\1", text))
    return _INVITE.sub(r"\1\\/", marked).replace("@", "@\u200b").replace("://", "\\://")


def _head(text: str, limit: int) -> str:
    taken = 0
    for index, character in enumerate(text):
        taken += units(character)
        if taken > limit:
            return text[:index]
    return text


def _seen(text: str) -> str:
    # A tab or line break parts words; what is unseen merely goes.
    return "".join(c for c in text if c == _JOINER or c.isspace() or unicodedata.category(c) not in _UNSEEN)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())
