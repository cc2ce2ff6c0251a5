"""What to put into one's own text: the sources of an answer as footnotes, as BibTeX, as CSL-JSON.

The forms are those of the Chicago Manual of Style (notes), BibTeX's `@misc`, and Citation Style Language 1.0.2.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Literal, get_args

from bot.answering.compose import chain
from bot.answering.dates import spoken
from bot.render import limits
from bot.render.card import BLUE, Card

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.model.entries import Citation, Pack, Source

Style = Literal["footnote", "bibtex", "csl-json"]
STYLES: tuple[Style, ...] = get_args(Style)

_BLOCK = {"footnote": "", "bibtex": "bibtex", "csl-json": "json"}
_LATEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_LATEX |= {sign: f"\\{sign}" for sign in "&%$#_{}"}
_LATEX |= {"¶": "par.", "“": "``", "”": "''", "‘": "`", "’": "'", "–": "--", "—": "---", "…": r"\ldots{}"}
_KINDS = {"report": "report", "article": "article-newspaper", "news article": "article-newspaper", "book": "book"}
_ROOM = 1700


def citation(pack: Pack, cites: Sequence[Citation], style: Style, receipt: str = "") -> str:
    """The sources of an answer in a style; without `cites`, of the whole pack. `receipt` goes along as a note."""
    write: dict[Style, Callable[[], str]] = {
        "footnote": lambda: _notes(pack, cites, receipt),
        "bibtex": lambda: "\n\n".join(_bibtex(*one, _key(one[0], receipt)) for one in _cited(pack, cites, receipt)),
        "csl-json": lambda: json.dumps(
            [_csl(*one, _key(one[0], receipt)) for one in _cited(pack, cites, receipt)], ensure_ascii=False, indent=1
        ),
    }
    return write[style]()


def card(text: str, style: Style, title: str) -> dict[str, object]:
    """A citation in a block that is easily copied."""
    # Inside a block nothing but its end has a meaning.
    shown = "\n".join(map(_line, text.replace("```", "'''").splitlines()))
    return Card(
        label="❝ Cite",
        color=BLUE,
        title=limits.escape(limits.clean(title), limits.TITLE),
        description=f"```{_BLOCK[style]}\n{_cut(shown)}\n```",
        footer="Cite the source itself, too, wherever you have read it.",
    ).build()


def _notes(pack: Pack, cites: Sequence[Citation], receipt: str) -> str:
    cited = [_note(pack, cite) for cite in cites] or [_published(source) for source in pack.sources.values()]
    lines = [f"{number}. {note}." for number, note in enumerate(dict.fromkeys(cited), start=1)]
    return "\n".join([*lines, *([f"Answer: Footnote, {receipt}."] if receipt else [])])


def _note(pack: Pack, cite: Citation) -> str:
    passage = f"¶ {cite.paragraph}" if cite.paragraph is not None else ""
    hands = _hands(pack, cite)
    return (f"{hands}, in " if hands else "") + _published(pack.sources[cite.source], passage)


def _hands(pack: Pack, cite: Citation) -> str:
    """The hands that the words went through before the outlet, from the originator on; empty for its own words."""
    before = [*chain(pack, cite, pack.sources[cite.source])][:-1]
    return ", through ".join(f"{hand.who} ({hand.verb})" for hand in before)


def _published(source: Source, passage: str = "") -> str:
    parts = [source.author, f"“{source.title}”", source.publisher, spoken(source.published or ""), passage, source.url]
    accessed = f" (accessed {spoken(source.accessed)})" if source.accessed and source.read else ""
    return ", ".join(filter(None, parts)) + accessed


def _cited(pack: Pack, cites: Sequence[Citation], receipt: str) -> Iterable[tuple[Source, str]]:
    """Each source once, with its paragraphs, who speaks there, and the receipt as a note."""
    for key in dict.fromkeys([cite.source for cite in cites] or pack.sources):
        passages = _passages(pack, [cite for cite in cites if cite.source == key])
        yield pack.sources[key], "; ".join([*passages, *([f"Footnote {receipt}"] if receipt else [])])


def _passages(pack: Pack, cites: Sequence[Citation]) -> Iterable[str]:
    """The paragraphs in which each speaks, with the hands that the words went through."""
    for hands in dict.fromkeys(_hands(pack, cite) for cite in cites):
        own = sorted({c.paragraph for c in cites if c.paragraph is not None and _hands(pack, c) == hands})
        where = f"¶ {', '.join(map(str, own))}" if own else ""
        if said := ": ".join(filter(None, (where, hands))):
            yield said


def _key(source: Source, receipt: str) -> str:
    """The name under which a reference is cited: no two answers share it."""
    name = "-".join(filter(None, (source.id, receipt.partition("@")[0])))
    return re.sub(r"[^A-Za-z0-9:.-]", "-", name)


def _bibtex(source: Source, note: str, key: str) -> str:
    accessed = f"accessed {source.accessed}" if source.accessed and source.read else ""
    year, month, *_ = [*(source.published or "").split("-"), "", ""]
    fields = {
        "title": f"{{{_latex(source.title)}}}",
        "author": f"{{{_latex(source.author or source.publisher)}}}",
        "year": year,
        "month": month.lstrip("0"),
        "howpublished": f"\\url{{{re.sub(r'[{}]', '', source.url)}}}",
        "note": _latex(", ".join(filter(None, (note, accessed)))),
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{key},\n{body}\n}}"


def _csl(source: Source, note: str, key: str) -> dict[str, object]:
    made: dict[str, object] = {
        "id": key,
        "type": _KINDS.get(source.kind.casefold(), "webpage"),
        "title": source.title,
        "author": [{"literal": source.author or source.publisher}],
        "publisher": source.publisher,
        "issued": _date(source.published),
        "accessed": _date(source.accessed if source.read else None),
        "URL": source.url,
        "note": note,
    }
    return {name: value for name, value in made.items() if value}


def _date(iso: str | None) -> dict[str, object] | None:
    parts = re.findall(r"\d+", (iso or "")[:10])
    return {"date-parts": [[int(part) for part in parts]]} if parts else None


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in text)


def _line(line: str) -> str:
    """A line without what is unseen, its indentation kept."""
    return line[: len(line) - len(line.lstrip(" "))] + limits.clean(line)


def _cut(text: str) -> str:
    """Whole lines, as many as there is room for."""
    kept: list[str] = []
    for line in text.splitlines():
        if limits.units("\n".join([*kept, line])) > _ROOM:
            return "\n".join([*kept, "…"])
        kept.append(line)
    return "\n".join(kept)
