"""What a reader on Discord sees of each outcome, and that Discord would take any of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from bot.model.entries import Pack, Place, Source
from bot.render.embed import embed
from tests.render import replies
from tests.render.replies import ANSWER, CLARIFY, CORRECT, DECLINE, FOOTNOTE, units

if TYPE_CHECKING:
    from bot.model.reply import Reply

PLACE = Place("sources.yaml", 1)
GAZETTE = Source(
    id="gazette",
    title="Bridge",
    publisher="The Gazette",
    url="https://gazette.example",
    reports_on="survey",
    place=PLACE,
)
SURVEY = Source(
    id="survey", title="Survey", publisher="City", url="https://city.example", kind="report", read=False, place=PLACE
)
PACK = Pack(id="bridge", title="The bridge", as_of="2021-06-02", sources={"gazette": GAZETTE, "survey": SURVEY})


def test_an_answer_shows_its_words_its_hedge_and_its_footnote() -> None:
    """An answer is a card of short answer, hedge, detail, chain, quote, link, date and receipt."""
    assert embed(ANSWER, [PACK]) == {
        "author": {"name": "✅ Answer"},
        "color": 0x2E8B57,
        "title": "when will the bridge open",
        "description": "**The bridge probably opens in spring 2022.**\n\n`≈ hedged: probably`\n\n"
        "The city engineer put it at March or April.",
        "fields": [
            {
                "name": "¹ The Gazette ¶4 · assessment",
                "value": "City engineer (estimated) → The Gazette (wrote)\n“opens in spring”\n"
                "[Open the source at these words](https://gazette.example/bridge#:~:text=opens%20in%20spring)",
                "inline": False,
            }
        ],
        "footer": {
            "text": "We have read the article, not the report behind it.\n"
            "The Gazette, 2021-06-01 · as of 2021-06-02 · bridge-opening@3f2a"
        },
    }


def test_the_outcomes_differ_in_symbol_label_and_colour() -> None:
    """No two outcomes share a label, a symbol or a colour."""
    cards: list[Any] = [embed(reply) for reply in (ANSWER, CLARIFY, CORRECT, DECLINE)]
    assert 4 == len({card["author"]["name"].split()[0] for card in cards})
    assert 4 == len({card["color"] for card in cards})


def test_a_follow_up_shows_what_was_asked_before_the_answer() -> None:
    """The lead stands in front, the answer follows whole, the footnote stays."""
    card: Any = embed(replace(ANSWER, lead="City engineer → The Gazette ¶4"))
    expected = (
        "**City engineer → The Gazette ¶4**\n\nThe bridge probably opens in spring 2022.\n\n`≈ hedged: probably`\n\n"
        "The city engineer put it at March or April."
    )
    assert card["description"] == expected
    assert len(card["fields"]) == 1


def test_no_date_and_no_sentence_stands_twice() -> None:
    """A pack as old as its source says one date; a fact that no question leads to has its statement as text alone."""
    same = replace(PACK, as_of="2021-06-01")
    card: Any = embed(replace(ANSWER, trace=replace(ANSWER.trace, question=ANSWER.short)), [same])
    assert card["footer"]["text"].endswith("\nThe Gazette, 2021-06-01 · bridge-opening@3f2a")
    assert "title" not in card


def test_a_greeting_names_the_ways_on() -> None:
    """Whoever asks what there is to ask hears of the commands that tell."""
    card: Any = embed(replace(DECLINE, reason="not_a_question", gap=None, searched=""))
    assert "/help" in card["footer"]["text"]
    assert "/topics" in card["footer"]["text"]


def test_a_correction_names_what_was_presumed_and_what_stands_there() -> None:
    """A correction says the premise and the report's words, never yes or no."""
    description = embed(CORRECT)["description"]
    expected = (
        "**Not as asked:** that the bridge opened in 2020\n"
        "**The report says:** The bridge probably opens in spring 2022.\n\n`≈ hedged: probably`"
    )
    assert expected == description


def test_a_decline_carries_no_citation() -> None:
    """A decline offers what the report does answer, and no link."""
    card = embed(DECLINE, [PACK])
    assert [{"name": "The report does answer", "value": "**1.** What does it cost?", "inline": False}] == card["fields"]
    assert {"text": "Searched 3 answers."} == card["footer"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("@everyone", "@\u200beveryone"),
        ("**bold** _it_ ~~s~~ `c` ||x||", r"\*\*bold\*\* \_it\_ \~\~s\~\~ \`c\` \|\|x\|\|"),
        ("[click](https://evil.example)", r"\[click\](https\://evil.example)"),
        ("<@123> <#1> <https://x.example>", "\\<@\u200b123> \\<#1> \\<https\\://x.example>"),
        ("# heading", r"\# heading"),
        ("a\u202eb\u200bc\x00d", "abcd"),
    ],
)
def test_text_means_nothing_but_itself(written: str, shown: str) -> None:
    """Markdown, mentions, links and unseen characters of a text lose their power."""
    assert f"**{shown}**" == str(embed(replace(ANSWER, short=written, hedge=None, detail=""))["description"])


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://a.example/x_(y)#:~:text=z", "https://a.example/x_%28y%29#:~:text=z"),
        ("https://a.example/#:~:text=" + "z" * 600, "https://a.example/"),
        ("https://a.example/" + "z" * 600, None),
        ("javascript:alert(1)", None),
    ],
)
def test_a_link_is_whole_or_absent(url: str, linked: str | None) -> None:
    """A link is percent-encoded where it must be, loses its fragment when too long, and is never cut."""
    card: Any = embed(replace(ANSWER, citations=(replace(FOOTNOTE, url=url),)))
    found = re.findall(r"\]\((.*)\)$", card["fields"][0]["value"], re.MULTILINE)
    assert [linked] * (linked is not None) == found


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(reply=replies.replies)
def test_discord_takes_any_reply(reply: Reply) -> None:
    """Whatever a reply holds, its embed stays within Discord's limits, has no empty part and no broken link."""
    card: Any = embed(reply)
    parts = [card.get("title", ""), card["description"], card["author"]["name"], card.get("footer", {}).get("text", "")]
    fields = [(field["name"], field["value"]) for field in card["fields"]]
    assert 6000 >= sum(map(units, parts)) + sum(units(name) + units(value) for name, value in fields)
    assert [True] * 4 == [units(part) <= limit for part, limit in zip(parts, (256, 4096, 256, 2048), strict=True)]
    assert 25 >= len(fields)
    assert all(0 < units(name.strip()) <= 256 and 0 < units(value.strip()) <= 1024 for name, value in fields)
    assert parts[1].strip()
    assert all(_links_whole(value) for _, value in fields)


def _links_whole(value: str) -> bool:
    opened = re.findall(r"(?<!\\)\[Open the source[^\n]*", value)
    return all(re.fullmatch(r"\[[^\]]*\]\(https?://[^\s()]{1,512}\)", link) for link in opened)
