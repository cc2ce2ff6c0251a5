"""Every card that answers no question: what it shows, and that Discord would take any of it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.model.check import Checked, Finding
from bot.model.entries import Citation, Entry, Fact, Pack, Place, Source, Term
from bot.model.reply import Ranked, Related, Trace, Verdict, Why
from bot.render import checked, citations, curators, facts, glossary, pages, receipt, topics, why
from bot.render.aside import aside
from bot.render.card import together
from bot.render.embed import embed
from bot.render.twin import twin
from tests.render import replies
from tests.render.replies import ANSWER, CORRECT, DECLINE, FOOTNOTE, units

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.model.reply import Reply

PLACE = Place("pack.yaml", 1)
_text = replies.texts
_maybe = st.none() | _text
_ids = st.from_regex(r"\A\w[\w.-]{0,120}\Z")
_dates = st.sampled_from([None, "2022", "2022-05", "2022-05-03", "2022-01/2022-05", "soon"])
_terms = st.builds(
    Term,
    id=_ids,
    name=_text,
    aliases=st.lists(_text, max_size=30).map(tuple),
    kind=_text,
    line=_text,
    role=_maybe,
    place=st.just(PLACE),
)
_facts = st.lists(st.builds(Fact, id=_ids, topic=_text, states=_text, when=_dates, place=st.just(PLACE)), max_size=30)
_findings = st.lists(
    st.builds(
        Finding,
        sentence=_text,
        verdict=st.sampled_from(["supported", "otherwise", "hedge_lost", "unmatched", "not_covered"]),
        says=_text,
        paragraphs=st.lists(st.integers(0, 10**6), max_size=9).map(tuple),
        url=_maybe,
    ),
    max_size=8,
)
_sources = st.builds(
    Source,
    id=st.just("s"),
    title=_text,
    publisher=_text,
    url=_text,
    kind=_text,
    published=_dates,
    accessed=_dates,
    author=_maybe,
    place=st.just(PLACE),
)
_entries = st.builds(Entry, id=_ids, topic=_text, question=_text, answer=_text, cites=st.just(()), place=st.just(PLACE))
_packs = st.builds(
    Pack,
    id=_ids,
    title=_text,
    about=_text,
    as_of=_dates,
    sources=_sources.map(lambda source: {"s": source}),
    entries=st.lists(_entries, max_size=15).map(tuple),
    content_hash=_text,
)
_whys = st.builds(
    Why,
    read_as=_text,
    phrasing=_maybe,
    verdicts=st.lists(st.builds(Verdict, _text, _text), max_size=9).map(tuple),
    resolved=st.lists(st.tuples(_text, _text), max_size=12).map(tuple),
)
_cites = st.lists(st.integers(0, 99), max_size=40).map(
    lambda numbers: [Citation(source="s", paragraph=number, place=PLACE) for number in numbers]
)


def _first_topic(pack: Pack) -> dict[str, object]:
    found = topics.topics_of([pack])
    return topics.questions(found[0], 0) if found else topics.overview(found, 0)


def _explained(told: Why) -> dict[str, object]:
    trace = Trace(question="q", ranking=(Ranked("x" * 300, 0.5),), why=told)
    return why.why(replace(DECLINE, trace=trace))


CARDS: dict[str, st.SearchStrategy[dict[str, object]]] = {
    "about": st.builds(lambda term, pack: glossary.about(term, pack, [Related("a", term.name)] * 3), _terms, _packs),
    "unknown": st.builds(glossary.unknown, _text, st.lists(_terms, max_size=5)),
    "facts": st.builds(lambda found, want: facts.facts(found, 0, [want] * 3), _facts, _text),
    "checked": st.builds(lambda found: checked.cards(Checked(tuple(found), 1, 2))[-1], _findings),
    "cite": st.builds(
        lambda pack, cites, style, title: citations.card(
            citations.citation(pack, cites, style, "x@abcd"), style, title
        ),
        _packs,
        _cites,
        st.sampled_from(citations.STYLES),
        _text,
    ),
    "sources": st.builds(lambda pack: pages.sources([pack] * 3), _packs),
    "loaded": st.builds(lambda pack: curators.loaded([pack] * 9), _packs),
    "topics": st.builds(lambda pack: topics.overview(topics.topics_of([pack] * 3), 0), _packs),
    "topic": st.builds(_first_topic, _packs),
    "related": st.builds(lambda near: pages.reading_on([Related("a", near)] * 5), _text),
    "repeated": st.builds(lambda asked: pages.repeated(asked, "https://discord.com/channels/1/2/3", 3), _text),
    "aside": st.builds(
        lambda lead, url: aside(
            "When", replace(ANSWER, lead=lead, citations=(replace(FOOTNOTE, url=url),)), linked=True
        ),
        _maybe,
        _text,
    ),
    "changed": st.builds(lambda given: receipt.changed(given, ANSWER), _text),
    "withdrawn": st.builds(receipt.withdrawn, _text, _maybe),
    "why": st.builds(_explained, _whys),
    "hung": st.builds(why.hung, _text, _text),
    "unasked": st.builds(lambda asked: why.unasked(asked, 3), _text),
    "broken": st.builds(curators.broken, _text),
}


@pytest.mark.parametrize("kind", CARDS)
def test_discord_takes_any_card(kind: str) -> None:
    """Whatever a pack or a person wrote, a card keeps Discord's limits, has no empty part, and has a plain twin."""

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(card=CARDS[kind])
    def fits(card: dict[str, Any]) -> None:
        _fits(card)

    fits()


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(reply=replies.replies)
def test_any_reply_has_a_plain_twin(reply: Reply) -> None:
    """The twin of any reply is at most 2000 units, is not empty, and keeps the receipt."""
    told = twin([embed(reply)])
    assert 0 < units(told.strip()) <= 2000


def _fits(card: dict[str, Any]) -> None:
    parts = [card.get("title", ""), card["description"], card["author"]["name"], card.get("footer", {}).get("text", "")]
    fields = [(field["name"], field["value"]) for field in card.get("fields", ())]
    assert 6000 >= sum(map(units, parts)) + sum(units(name) + units(value) for name, value in fields)
    assert [True] * 4 == [units(part) <= limit for part, limit in zip(parts, (256, 4096, 256, 2048), strict=True)]
    assert 25 >= len(fields)
    assert all(0 < units(name.strip()) <= 256 and 0 < units(value.strip()) <= 1024 for name, value in fields)
    assert parts[1].strip()
    told = twin([card])
    assert 0 < units(told.strip()) <= 2000
    # In code nothing is a mention, and BibTeX's own @ must stay.
    assert "@everyone" not in re.sub(r"\\.|```.*?```|`[^`]*`", "", told, flags=re.DOTALL)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(reply=replies.replies, problem=_text)
def test_cards_of_one_message_fit_together(reply: Reply, problem: str) -> None:
    """However long two cards are, together they keep within what Discord grants a message."""
    cards = together([embed(reply), embed(reply), curators.broken(problem)])
    assert 3 == len(cards)
    assert 6000 >= sum(map(_total, cards))


def _total(card: dict[str, Any]) -> int:
    parts = [card.get("title", ""), card["description"], card["author"]["name"], card.get("footer", {}).get("text", "")]
    return sum(map(units, parts)) + sum(units(field["name"]) + units(field["value"]) for field in card["fields"])


def test_the_twin_says_what_the_card_says() -> None:
    """Label, question, words, footnote and receipt stand in the twin; links open no preview."""
    assert twin([embed(ANSWER)]).splitlines() == [
        "**✅ Answer**",
        "__when will the bridge open__",
        "",
        "**The bridge probably opens in spring 2022.**",
        "",
        "`≈ hedged: probably`",
        "",
        "The city engineer put it at March or April.",
        "",
        "**¹ The Gazette ¶4 · assessment**",
        "City engineer (estimated) → The Gazette (wrote)",
        "“opens in spring”",
        "[Open the source at these words](<https://gazette.example/bridge#:~:text=opens%20in%20spring>)",
        "-# The Gazette, 2021-06-01 · bridge-opening@\u200b3f2a",
    ]


def test_correct_and_decline_differ_in_words_too() -> None:
    """Without colour and symbol the labels still tell a correction from a decline."""
    labels = [twin([embed(reply)]).splitlines()[0] for reply in (CORRECT, DECLINE)]
    assert labels == ["**⚠️ The report says otherwise**", "**⛔ The report does not say**"]


def test_a_misspelt_name_is_no_other_name() -> None:
    """What merely finds a term, misspelt or in other letters, is not shown as what it is called."""
    aliases = ("sinjar", "Sinjarr", "Shingal", "Shengal", "Şengal", "Mount Sinjar", "SNJ", "S.N.J.")
    term = Term(id="sinjar", name="Sinjar", aliases=aliases, place=PLACE)
    card: Any = glossary.about(term, Pack(id="p", title="P"))
    assert [{"name": "Also called", "value": "Shingal, Mount Sinjar, SNJ", "inline": False}] == card["fields"]


@pytest.mark.parametrize(("today", "late"), [("2029-12-31", False), ("2030-01-02", True), ("", False)])
def test_an_overdue_review_is_said(today: str, late: bool) -> None:  # noqa: FBT001
    """Past its review date a pack's answers say so."""
    card: Any = embed(ANSWER, [Pack(id="bridge", title="The bridge", review_by="2030-01-01")], today)
    assert late == ("Due for review since 2030-01-01" in card["footer"]["text"])


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("zlikan-barrages@3f2a", ("zlikan-barrages", "3f2a")),
        (" `zlikan-barrages@\u200b3F2A`. ", ("zlikan-barrages", "3f2a")),
        ("a.b-c @ 0000", ("a.b-c", "0000")),
        ("zlikan-barrages", None),
        ("zlikan-barrages@xyz", None),
        ("@3f2a", None),
        ("a@3f2a b@3f2a", None),
        ("a@3f2a a@3F2A", ("a", "3f2a")),
        ("Al-Monitor, 2022-05-03 · as of 2022-05-04 · zlikan-barrages@3f2a", ("zlikan-barrages", "3f2a")),
        ("see zlikan-barrages@\u200b3f2a, please", ("zlikan-barrages", "3f2a")),
        ("me@abcd.example", None),
        ("@everyone what?", None),
    ],
)
def test_a_receipt_is_read_as_it_is_pasted(typed: str, found: tuple[str, str] | None) -> None:
    """Quotes, spaces, unseen signs, capitals and the rest of a footer do a code no harm; nothing else is one."""
    assert found == receipt.parsed(typed)


def test_what_was_not_read_was_not_accessed() -> None:
    """A source that the curators know from another only is cited without a day of reading."""
    source = Source(
        id="audit",
        title="Audit",
        publisher="A",
        url="https://a.example",
        accessed="2019-06-10",
        read=False,
        place=PLACE,
    )
    pack = Pack(id="p", title="P", sources={"audit": source})
    cited = [citations.citation(pack, (), style) for style in citations.STYLES]
    assert not any("access" in each or "2019" in each for each in cited)


def test_old_bibtex_reads_what_is_written() -> None:
    """Signs that only a Unicode engine knows are written out."""
    source = Source(id="s", title="“Raids” – why?", publisher="P", url="https://p.example", place=PLACE)
    pack = Pack(id="p", title="P", sources={"s": source})
    written = citations.citation(pack, [Citation(source="s", paragraph=4, place=PLACE)], "bibtex", "raids@3f2a")
    assert written.isascii()
    assert "``Raids'' -- why?" in written


@pytest.mark.parametrize(
    ("style", "read"),
    [
        ("csl-json", lambda text: json.loads(text)[0]["title"]),
        ("bibtex", lambda text: re.search(r"title = \{\{(.*)\}\}", text)[1]),  # type: ignore[index]
    ],
)
def test_what_stands_in_a_title_breaks_no_citation(style: citations.Style, read: Callable[[str], str]) -> None:
    """Braces, quotes, percent and ampersand of a title are escaped in the form's own way."""
    title = 'Costs & "gains": 5% {net} \\ 1_000'
    source = Source(id="post", title=title, publisher="Post", url="https://post.example/%7Ex", place=PLACE)
    pack = Pack(id="p", title="P", sources={"post": source})
    expected = r'Costs \& "gains": 5\% \{net\} \textbackslash{} 1\_000' if style == "bibtex" else title
    assert expected == read(citations.citation(pack, (), style))
