"""Links that open a page at the quoted words (a text fragment, as the URL Fragment Text Directives draft names it)."""

from __future__ import annotations

import re
import string
from typing import Final

LONGEST: Final = 512
"""Characters that Discord allows a link."""
_KEPT: Final = frozenset((string.ascii_letters + string.digits).encode())


def link(url: str, quote: str | None, longest: int = LONGEST) -> str:
    """Point `url` at the quote: whole, else from its first words to its last, else at the page, whatever fits."""
    words = quote.split() if quote else []
    if not words:
        return url
    base = re.sub(r"(#?:~:.*|#)$", "", url)
    marker = ":~:text=" if "#" in base else "#:~:text="
    for fragment in (_encoded(words), *_spans(words)):
        if len(base + marker + fragment) <= longest:
            return base + marker + fragment
    return url


def _spans(words: list[str]) -> list[str]:
    """Write the quote as first words, comma, last words: ever fewer of them."""
    half = len(words) // 2
    return [f"{_encoded(words[:count])},{_encoded(words[-count:])}" for count in range(half, 0, -1)]


def _encoded(words: list[str]) -> str:
    """Percent-encode all but letters and digits: a hyphen or comma would be read as part of the directive."""
    return "".join(chr(byte) if byte in _KEPT else f"%{byte:02X}" for byte in " ".join(words).encode())
