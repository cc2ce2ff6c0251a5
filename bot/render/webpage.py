"""One self-contained HTML page: style and script stand in it, and its policy forbids everything else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from bot.render.limits import clean

if TYPE_CHECKING:
    from collections.abc import Iterable


def webpage(title: str, body: str, script: str = "") -> str:
    """The whole page; `body` is HTML, `script` runs at its end. Both, and the style, are all that it ever loads."""
    style = files("bot.render").joinpath("webpage.css").read_text(encoding="utf-8")
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{words(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"<main>\n<h1>{words(title)}</h1>\n{body}</main>\n"
        + (f"<script>{script}</script>\n" if script else "")
        + "</body>\n</html>\n"
    )


def words(text: str) -> str:
    """Text as HTML that shows it and nothing else: no markup, no unseen characters."""
    return escape(clean(text))


def section(title: str, *parts: str) -> str:
    """A titled part of a page; without parts there is none."""
    inside = "\n".join(filter(None, parts))
    return f"<section>\n<h2>{words(title)}</h2>\n{inside}\n</section>\n" if inside else ""


def table(caption: str, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of plain texts whose first column names the row; on a narrow screen it scrolls by itself."""
    head = "".join(f'<th scope="col">{words(one)}</th>' for one in heads)
    body = "\n".join(f"<tr>{_row([words(cell) for cell in row])}</tr>" for row in rows)
    inside = f"<caption>{words(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>"
    scrolling = f'class="scroll" tabindex="0" role="region" aria-label="{words(caption)}"'
    return f"<div {scrolling}><table>\n{inside}\n</table></div>"


def tiles(rows: Iterable[tuple[str, str, str, str]]) -> str:
    """Figures side by side: the name of each, its value, what that rests on, and what it means."""
    groups = "\n".join(f"<div>{_tile(*[words(cell) for cell in row])}</div>" for row in rows)
    return f'<dl class="tiles">\n{groups}\n</dl>'


def figure(picture: str, caption: str, *below: str) -> str:
    """A picture with its caption as plain text, and HTML below it."""
    return f"<figure>\n{picture}\n<figcaption>{words(caption)}</figcaption>\n{''.join(below)}</figure>"


def _tile(name: str, value: str, rests_on: str, meaning: str) -> str:
    under = f"<dd>{rests_on}</dd>" if rests_on else ""
    return f'<dt>{name}</dt><dd class="value">{value}</dd>{under}<dd class="soft">{meaning}</dd>'


def _row(cells: list[str]) -> str:
    return f'<th scope="row">{cells[0]}</th>' + "".join(f"<td>{cell}</td>" for cell in cells[1:])


def _hash(text: str) -> str:
    """The source of a content security policy that allows just this text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" if text else "'none'"
