"""Ways to break the example pack, by name: what an editor may do by mistake, or a joker on purpose."""

from __future__ import annotations

from tests.packs import FACTS, GLOSSARY, PACK, QA, SOURCES

Files = dict[str, str | bytes | None]


def in_qa(old: str, new: str) -> Files:
    """Replace words of the example's questions, which must be there."""
    assert old in QA
    return {"qa/ferries.yaml": QA.replace(old, new)}


BROKEN: dict[str, Files] = {
    "unknown key": in_qa("    short: Prob", "    shrot: Prob"),
    "unknown key of a cite": in_qa("        verb: assessed", "        verbs: assessed"),
    "unknown key of a source": {"sources.yaml": SOURCES + "  pages: 3\n"},
    "unknown key of the pack": {"pack.yaml": PACK + "languages: en\n"},
    "duplicate key": in_qa("    short: Prob", "    question: Prob"),
    "duplicate source": {
        "sources.yaml": SOURCES + "post:\n  title: Two\n  publisher: Two\n  url: https://two.example\n"
    },
    "duplicate id": in_qa("id: delays-outlook", "id: ferries-delayed"),
    "id of a fact": in_qa("id: delays-outlook", "id: delays-go-on"),
    "one phrasing twice": in_qa("Will the delays go on?", "'NUMBER: of delayed  ferries?!'"),
    "a gap's phrasing in an entry": in_qa("Will the delays go on?", "Price of the late ferries?"),
    "one alias in two terms": {
        "glossary.yaml": GLOSSARY.replace("name: Norda,", "name: Norda, aliases: [N.O.R.D.A., Port-Authority],")
    },
    "an alias that is another's name": {"glossary.yaml": GLOSSARY.replace("[Holm]", "[Holm, skarn]")},
    "an alias that is another's id": {
        "glossary.yaml": GLOSSARY + "ice: {}\nfrost:\n  aliases:\n    - snow\n    - Ice\n"
    },
    "dangling source": in_qa("source: post, paragraph: 3", "source: pots, paragraph: 3"),
    "dangling speaker": in_qa("said_by: holm", "said_by: Holm"),
    "dangling fact": in_qa("facts: [delays-go-on]", "facts: [delay-goes-on]"),
    "dangling see": in_qa("see: [second-icebreaker]", "see: [delays-go-on]"),
    "dangling place": {"facts/dates.yaml": FACTS.replace("where: [skarn]", "where: scarn")},
    "dangling reports_on": {"sources.yaml": SOURCES.replace("reports_on: board-report", "reports_on: report-of-board")},
    "unused source": {"sources.yaml": SOURCES + "other:\n  title: T\n  publisher: P\n  url: https://o.example\n"},
    "circle of sources": {"sources.yaml": SOURCES + "  reports_on: post\n"},
    "missing answer": {"qa/ferries.yaml": QA + "  - id: new\n    question: New?\n    cites: [{source: post}]\n"},
    "empty question": in_qa("question: Will the delays go on?", "question:"),
    "empty phrasing": in_qa("      - number of delayed ferries", "      - ''"),
    "no cites": {"qa/more.yaml": "topic: More\nentries:\n  - {id: new, question: New?, answer: Yes., cites: []}\n"},
    "text for a list": in_qa("also: [how long will the ferries be late]", "also: how long will the ferries be late"),
    "list for a text": in_qa("question: Will the delays go on?", "question: [Will the delays go on?]"),
    "text for a mapping": {"gaps.yaml": "gaps:\n  - no cost\n"},
    "source id with a space": {
        "sources.yaml": SOURCES + "the other:\n  title: T\n  publisher: P\n  url: https://o.example\n"
    },
    "glossary.yml": {"glossary.yaml": None, "glossary.yml": "board: {}\n"},
    "no glossary": {
        "glossary.yaml": None,
        "facts/dates.yaml": None,
        "qa/ferries.yaml": QA.replace("    facts: [delays-go-on]\n", ""),
    },
    "no sources": {"sources.yaml": None},
    "period of three": {"facts/dates.yaml": FACTS.replace("2021-04", "2021-04/2021-05", 1)},
    "merge key": {"pack.yaml": PACK + "<<: {language: en}\n"},
    "key of a list": {"pack.yaml": PACK + "? [a, b]\n: c\n"},
    "a word for a file": {"gaps.yaml": "nothing\n"},
    "a list for a file": {"gaps.yaml": "- id: cost\n"},
    "a list for the sources": {"sources.yaml": "- post\n"},
    "word for a paragraph": in_qa("paragraph: 3", "paragraph: three"),
    "paragraph below zero": in_qa("paragraph: 3", "paragraph: -3"),
    "unknown basis": in_qa("basis: comment", "basis: coment"),
    "no date": {"pack.yaml": PACK.replace("2021-02-01", "2021-02-30")},
    "no address": {"sources.yaml": SOURCES.replace("https://post.example", "post.example")},
    "neither true nor false": {"sources.yaml": SOURCES.replace("read: false", "read: never")},
    "id with a space": in_qa("id: delays-outlook", "id: delays outlook"),
    "wrong suffix": {"qa/boats.yml": QA},
    "pack.yml": {"pack.yaml": None, "pack.yml": PACK},
    "unknown file": {"glosary.yaml": "a: {}\n"},
    "question file in the wrong place": {"boats.yaml": QA},
    "the only question file in the wrong place": {"qa/ferries.yaml": None, "boats.yaml": QA},
    "entries misspelt": in_qa("entries:", "entrys:"),
    "entries are a text": {"qa/ferries.yaml": "topic: Ferries\nentries: soon\n"},
    "an entry is a text": in_qa("entries:\n", "entries:\n  - soon\n"),
    "id misspelt": in_qa("- id: second", "- di: second"),
    "entries twice": {"qa/ferries.yaml": QA + "entries:\n" + QA.partition("entries:\n")[2].replace("id: ", "id: new-")},
    "facts misspelt": {"facts/dates.yaml": FACTS.replace("facts:", "fact:")},
    "terms one level too deep": {"glossary.yaml": "terms:\n  " + GLOSSARY.replace("\n", "\n  ").rstrip(" ")},
    "sources one level too deep": {"sources.yaml": "sources:\n  " + SOURCES.replace("\n", "\n  ").rstrip(" ")},
    "unknown folder": {"fact/dates.yaml": FACTS},
    "folder too deep": {"qa/more/boats.yaml": QA},
    "fingerprint of nothing": {"sources/posts.fingerprint": ""},
    "empty file": {"gaps.yaml": "# soon\n"},
    "not UTF-8": {"gaps.yaml": b"gaps:\n  - id: caf\xe9\n"},
    "tab": {"gaps.yaml": "gaps:\n\t- id: cost\n"},
    "control character": {"gaps.yaml": "gaps:\n  - id: co\x07st\n"},
    "colon in a text": in_qa("answer: Ida Holm, an analyst, told", "answer: Ida Holm: an analyst, told"),
    "quote never closed": {"gaps.yaml": "gaps:\n  - id: cost\n    says: 'It doesn\n"},
    "quote closed by the next one": {
        "gaps.yaml": 'gaps:\n  - id: cost\n    about: "the cost\n    asks: ["How much?", "price"]\n    says: "None."\n'
    },
    "quote closed by one far below": {
        "qa/ferries.yaml": QA.replace("short: Forty in", 'short: "Forty in').replace("answer: Ida", 'answer: "Ida')
    },
    "quote closed by an apostrophe": {
        "gaps.yaml": "gaps:\n  - id: cost\n    asks: ['what price]\n    says: The board's paper gives none.\n"
    },
    "quote of two lines before another fault": {
        "gaps.yaml": 'gaps:\n  - id: cost\n    says: "The board:\n      no\n      cost."\n    asks: [what price\n'
    },
    "bracket never closed": {"gaps.yaml": "gaps: [\n"},
    "anchor": {"pack.yaml": PACK.replace("language: en", "language: &en en")},
    "tag": {"pack.yaml": PACK.replace("language: en", "language: !!python/name:os.system en")},
    "two documents": {"pack.yaml": PACK + "---\nid: two\n"},
    "nested without end": {"gaps.yaml": "gaps: " + "[" * 20000},
    "no questions": {"qa/ferries.yaml": None, "gaps.yaml": None, "facts/dates.yaml": FACTS},
    "no pack.yaml": {"pack.yaml": None},
}
