"""Packs for tests: written into a temporary folder, about a report that never was."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ARTICLE = """\
Harbour board blames ice for ferry delays

A new report says that winter ice held up every third ferry to Skarn.

The harbour board of Skarn reported on Monday that ice delayed forty ferries in January alone.

“The board assessed that the delays probably will continue into April,” the report read.

“They could have bought a second icebreaker years ago,” said Ida Holm, a shipping analyst at Norda.

Skarn is an island of nine hundred people and has no bridge or airport.

Read more about islands.
"""

PACK = """\
id: skarn-ferries
title: Ferry delays at Skarn
language: en
covers: January 2021
as_of: 2021-02-01
greeting: Ask about the ferries of Skarn.
about: What the Northern Post wrote about the harbour board's report.
"""

SOURCES = """\
post:
  title: Harbour board blames ice for ferry delays
  publisher: Northern Post
  kind: news article
  published: 2021-02-01
  url: https://post.example/2021/skarn-ferries
  reports_on: board-report
board-report:
  title: Winter traffic
  publisher: Harbour board of Skarn
  kind: report
  published: "2021-02-01"
  url: https://board.example/winter
  read: false
"""

GLOSSARY = """\
board: {name: harbour board, aliases: [port authority], kind: organisation}
holm: {name: Ida Holm, aliases: [Holm], kind: person, role: shipping analyst at Norda}
skarn: {name: Skarn, kind: place, line: An island in the north., lat: 65.1, lon: 22.9}
norda: {name: Norda, kind: organisation}
"""

QA = """\
topic: Ferries
entries:
  - id: ferries-delayed
    question: How many ferries were late in January?
    also:
      - number of delayed ferries
      - how often did the boat not come on time
    not:
      - how many ferries does the island own
    short: Forty in one month, the board reported.
    answer: The harbour board counted forty late crossings in January 2021 and gave ice as the cause.
    cites:
      - {source: post, paragraph: 1, quote: ice delayed forty ferries in January, said_by: board, verb: reported,
         basis: report}
    facts: [delays-go-on]
    see: [second-icebreaker]
    reviewed: 2021-02-02
  - id: delays-outlook
    question: Will the delays go on?
    also: [how long will the ferries be late]
    short: Probably until April.
    answer: The board judged that crossings will probably be late until April.
    cites:
      - source: post
        paragraph: 2
        quote: delays probably will continue into April
        said_by: board
        verb: assessed
        basis: assessment
        hedge: probably
  - id: second-icebreaker
    question: What did the analyst say about icebreakers?
    also: [Ida Holm on the second icebreaker]
    answer: Ida Holm, an analyst, told the paper that another icebreaker was affordable long ago.
    cites:
      - {source: post, paragraph: 3, quote: bought a second icebreaker years ago, said_by: holm, verb: said,
         basis: comment}
"""

FACTS = """\
topic: Dates
facts:
  - id: delays-go-on
    states: The board expects that delays will probably last until April 2021.
    asks: [how long do the delays last]
    when: 2021-02/2021-04
    where: [skarn]
    who: [board]
    cites:
      - {source: post, paragraph: 2, quote: delays probably will continue into April, said_by: board, verb: assessed,
         basis: assessment, hedge: probably}
"""

GAPS = """\
gaps:
  - id: cost-of-delays
    about: what the delays cost
    asks: [How much money did the delays cost?, price of the late ferries]
    says: The article gives no cost.
    see: [ferries-delayed]
"""

EXAMPLE = {
    "pack.yaml": PACK,
    "sources.yaml": SOURCES,
    "glossary.yaml": GLOSSARY,
    "qa/ferries.yaml": QA,
    "facts/dates.yaml": FACTS,
    "gaps.yaml": GAPS,
}

MINIMAL = {
    "pack.yaml": "id: tiny\ntitle: A tiny pack\n",
    "sources.yaml": "post:\n  title: A story\n  publisher: Northern Post\n  url: https://post.example/story\n",
    "qa/all.yaml": """\
topic: All
entries:
  - id: only
    question: What happened?
    answer: Nothing much.
    cites:
      - {source: post}
""",
}


def write_pack(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write the example pack with some files replaced, added or (None) left out; returns `folder`."""
    return write_files(folder, {**EXAMPLE, **(files or {})})


def write_files(folder: Path, files: Mapping[str, str | bytes | None]) -> Path:
    """Write just these files, making folders as needed; returns `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        if content is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder
