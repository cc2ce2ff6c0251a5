"""What the report says instead of a false premise: never a yes or no, which would answer the premise."""

from __future__ import annotations

import re

_VERDICT = re.compile(r"(?:yes|no|nope|right|correct|true|false|indeed)\b\s*[,.:;!–—-]+\s*", re.IGNORECASE)


def without_verdict(text: str) -> str:
    """`text` without a yes or no at its start, which belongs to the curated question, not to the one asked."""
    verdict = _VERDICT.match(text)
    rest = text[verdict.end() :] if verdict else text
    return rest[:1].upper() + rest[1:] if verdict else text
