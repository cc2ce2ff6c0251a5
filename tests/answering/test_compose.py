"""What a reader sees of an entry: names for ids, the chain of hands, the link to the words, and a revision."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answering import compose
from bot.answering.policy import HIGH, MEDIUM
from bot.model.reply import Link, Trace
from tests import hollin

PACK = hollin.pack()


@pytest.mark.parametrize(
    ("key", "chain"),
    [
        # an assessment and a report came to the outlet through the report that it writes about
        ("motive", "naval intelligence bureau assessed > Harbour Auditor reported > Aster Courier wrote"),
        ("raid-on-hollin", "Harbour Auditor reported > Aster Courier wrote"),
        # a comment was made to the outlet itself
        ("wall", "Ida Holm said > Aster Courier wrote"),
        # background is the outlet's own, with or without a name
        ("gulls", "Aster Courier wrote"),
        ("damage", "Aster Courier wrote"),
    ],
)
def test_the_chain_follows_the_basis(key: str, chain: str) -> None:
    """Only assessments and reports pass through the source behind."""
    (cite,) = hollin.entry(key).cites[:1]
    links = compose.footnote(PACK, cite).chain

    assert chain == " > ".join(f"{link.who} {link.verb}" for link in links)


@pytest.mark.parametrize("basis", ["comment", "background"])
def test_a_comment_never_passes_through_the_report(basis: str) -> None:
    """Whoever spoke."""
    cite = replace(hollin.entry("motive").cites[0], basis=basis)

    assert "Harbour Auditor" not in {link.who for link in compose.footnote(PACK, cite).chain}


def test_a_source_that_reports_on_nothing_ends_the_chain() -> None:
    """A first-hand source stands alone behind its speaker."""
    cite = replace(hollin.entry("motive").cites[0], source="audit")

    assert (Link("naval intelligence bureau", "assessed"), Link("Harbour Auditor", "wrote")) == compose.footnote(
        PACK, cite
    ).chain


@pytest.mark.parametrize(
    ("basis", "verb", "said"), [("assessment", None, "assessed"), ("report", None, "said"), ("report", "told", "told")]
)
def test_a_verb_left_out_follows_from_the_basis(basis: str, verb: str | None, said: str) -> None:
    """An assessment is assessed; everything else is said."""
    cite = replace(hollin.entry("motive").cites[0], basis=basis, verb=verb)

    assert said == compose.footnote(PACK, cite).chain[0].verb


def test_a_footnote_names_and_links() -> None:
    """Publisher, paragraph and words; the link opens the page at the words."""
    footnote = compose.footnote(PACK, hollin.entry("wall").cites[0])

    assert ("Aster Courier", "Ida Holm", 7, "a show for voters", "2019-06-09") == (
        footnote.publisher,
        footnote.said_by,
        footnote.paragraph,
        footnote.quote,
        footnote.published,
    )
    assert "https://courier.example/2019/hollin#:~:text=a%20show%20for%20voters" == footnote.url


def test_a_footnote_without_words_links_to_the_page() -> None:
    """No fragment without a quote."""
    cite = replace(hollin.entry("wall").cites[0], quote=None, paragraph=None, said_by=None)
    footnote = compose.footnote(PACK, cite)

    assert ("https://courier.example/2019/hollin", None, None) == (footnote.url, footnote.quote, footnote.said_by)


WALL = hollin.entry("wall")


@pytest.mark.parametrize(
    "changed",
    [
        replace(WALL, answer="Something else."),
        replace(WALL, short="Something else."),
        replace(WALL, cites=(replace(WALL.cites[0], quote="for voters"),)),
        replace(WALL, cites=(replace(WALL.cites[0], paragraph=8),)),
        replace(WALL, cites=(replace(WALL.cites[0], said_by="auditor"),)),
        replace(WALL, cites=(replace(WALL.cites[0], basis="report"),)),
        replace(WALL, cites=(replace(WALL.cites[0], hedge="perhaps"),)),
        replace(WALL, cites=WALL.cites * 2),
    ],
)
def test_the_revision_changes_with_what_is_said(changed: object) -> None:
    """What was said, how surely, and on which words it rests."""
    assert compose.revision(WALL) != compose.revision(changed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changed", [replace(WALL, also=()), replace(WALL, see=("gulls",)), replace(WALL, reviewed="x")]
)
def test_the_revision_stays_while_the_same_is_said(changed: object) -> None:
    """Another phrasing or review says nothing new."""
    assert compose.revision(WALL) == compose.revision(changed)  # type: ignore[arg-type]


def test_revisions_tell_entries_apart() -> None:
    """Four digits, one revision an entry or fact."""
    revisions = [compose.revision(item) for item in (*PACK.entries, *PACK.facts)]

    assert len(revisions) == len(set(revisions))
    assert {4} == set(map(len, revisions))


def test_hedges_are_kept_each_once() -> None:
    """`probably` twice is said once; an answer without one has none."""
    probably, may = hollin.entry("motive").cites[0], hollin.entry("sponsor").cites[0]

    assert "probably, may" == compose.hedge((probably, may, probably))
    assert compose.hedge(WALL.cites) is None


@pytest.mark.parametrize(
    ("confidence", "match"), [(1, "high"), (HIGH, "high"), (MEDIUM, "medium"), (0.5, "low"), (0, "low")]
)
def test_confidence_in_a_word(confidence: float, match: str) -> None:
    """High, medium, low."""
    assert match == compose.match(confidence)


def test_an_answer_without_a_short_form_is_not_said_twice() -> None:
    """The answer stands in for the short one, alone."""
    answer = compose.answer(PACK, replace(WALL, short=""), Trace(question="?"))

    assert (WALL.answer, "") == (answer.short, answer.detail)


def test_related_are_questions_that_exist() -> None:
    """Each once, four at most, unknown ids passed over."""
    others = [entry.id for entry in PACK.entries if entry.id != "wall"]
    many = ("wall", "wall", "gone", "cost", *(entry.id for entry in PACK.entries))

    assert ["wall", *others[:3]] == [r.entry for r in compose.related(PACK, many)]


@pytest.mark.parametrize(
    ("short", "whole", "beyond"),
    [
        ("Forty.", "Forty. The board counted them.", "The board counted them."),
        ("Forty", "Forty. The board counted them.", "The board counted them."),
        ("Forty?", "Forty? So they say.", "So they say."),
        ("Forty.", "Forty", ""),
        ("Forty.", "Forty.", ""),
        ("", "Forty.", "Forty."),
        # what only begins alike is another sentence
        ("Forty.", "Forty-two, in fact.", "Forty-two, in fact."),
        ("Forty.", "Forty ferries, the board said.", "Forty ferries, the board said."),
        ("Forty.", "The board counted forty.", "The board counted forty."),
    ],
)
def test_the_fuller_text_does_not_repeat_the_short_answer(short: str, whole: str, beyond: str) -> None:
    """A short answer that is the first sentence of the fuller text is said once."""
    assert beyond == compose.beyond(short, whole)
