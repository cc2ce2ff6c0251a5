"""How a question can be read: whole, or without the small talk around it."""

from __future__ import annotations

import pytest

from bot.matching.reading import readings
from tests import hollin


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Hi all! My cat sleeps. Why did Tarnia attack Hollin? Thanks a lot!", "Why did Tarnia attack Hollin?"),
        (
            "I read it on the bus this morning. How many raids were there on Hollin?",
            "How many raids were there on Hollin?",
        ),
        ("We are writing a long piece. Why did Tarnia attack Hollin?", "Why did Tarnia attack Hollin?"),
        ("Could you help me with a caption? Why did Tarnia attack Hollin?", "Why did Tarnia attack Hollin?"),
        ("ok so did Tarnia attack Hollin. my uncle asks", "ok so did Tarnia attack Hollin."),
        ("sorry if this was asked before - where does Hollin lie in the strait", "where does Hollin lie in the strait"),
    ],
)
def test_small_talk_is_set_aside(typed: str, read: str) -> None:
    """One way to read a chatty message is the question in it."""
    assert read in {reading.text for reading in readings(typed, hollin.matcher().lexicon)}


@pytest.mark.parametrize("typed", ["", "?", "Where is Hollin?", "a. b. c. d. e. f. g. h. i. j. k. l. " * 50])
def test_the_whole_text_comes_first(typed: str) -> None:
    """Whatever is set aside, the text as it stands is tried too, and never very many ways."""
    found = readings(typed, hollin.matcher().lexicon)

    assert typed == found[0].text
    assert len(found) <= 8


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Aim of the worst raids: what does the auditor think?", True),
        ("Quick one: why did Tarnia attack?", False),
        ("Short question: why did Tarnia attack?", False),
        ("Please answer fast: why did Tarnia attack?", False),
    ],
)
def test_a_heading_that_says_what_is_asked_about_belongs_to_the_question(typed: str, kept: bool) -> None:  # noqa: FBT001
    """`Aim of the worst raids: …` is not set aside as `Quick one: …` is."""
    heading, _ = typed.split(": ")

    assert kept == all(heading in reading.text for reading in readings(typed, hollin.matcher().lexicon))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Tarnia on the raids: insurance cost", "insurance"), ("Tarnia on the raids: I love cats", None)],
)
def test_what_stands_behind_a_heading_is_asked_of_it(typed: str, kept: str | None) -> None:
    """It is no small talk, though it names nothing of the report, unless it is about the asker."""
    found = [{token.word for token in reading.tokens} for reading in readings(typed, hollin.matcher().lexicon)]

    assert (kept is not None) == all((kept or "cats") in words for words in found)


def test_a_question_word_behind_a_comma_is_no_small_talk() -> None:
    """It asks for the reason, not whether."""
    found = readings("The raids on Hollin went on, why?", hollin.matcher().lexicon)

    assert all("why" in {token.word for token in reading.tokens} for reading in found)


@pytest.mark.parametrize(
    ("typed", "granted"),
    [
        ("We meet at three and nobody here knows. Where is Hollin?", "where is hollin"),
        ("Hollin was never raided. Why is that?", "hollin was never raided why is that"),
        ("Where is Hollin?", "where is hollin"),
        (
            "I read that Hollin was raided 20 times. How often was it?",
            "i read that hollin was raided 20 times how often was it",
        ),
    ],
)
def test_small_talk_takes_nothing_for_granted(typed: str, granted: str) -> None:
    """What may be false stands in what is asked, not in what the asker says of the day."""
    whole = readings(typed, hollin.matcher().lexicon)[0]

    assert granted == " ".join(token.word for token in whole.claimed(bool))


@pytest.mark.parametrize(
    ("typed", "alone"),
    [
        ("My train is late. Why did Tarnia attack Hollin?", True),
        ("My train is late. Why did they attack Hollin?", False),
        ("Why did Tarnia attack Hollin?", False),
    ],
)
def test_what_is_left_of_a_chatty_text_may_stand_alone(typed: str, alone: bool) -> None:  # noqa: FBT001
    """Unless it points at something."""
    assert alone == any(reading.alone for reading in readings(typed, hollin.matcher().lexicon))


@pytest.mark.parametrize(
    ("typed", "claims"),
    [
        ("The deadliest shells fell on Hollin. Where is the island?", True),
        ("Somebody says the deadliest shells fell on Hollin. Where is the island?", False),
        ("Somebody says the deadliest shells fell on Hollin. Where did they land?", True),
        ("A friend of mine says the deadliest shells fell on Hollin. Where is the island?", False),
        ("A navy fired the deadliest shells. Where is the island?", True),
        ("The deadliest shells of the Norwegian us: where did they land?", True),
        ("🙏 the deadliest shells fell. 🙏 Where is Hollin?", True),
    ],
)
def test_what_is_said_beside_a_question_may_be_a_claim(typed: str, claims: bool) -> None:  # noqa: FBT001
    """It is, unless the asker has only heard it: then where the question points at it."""
    found = readings(typed, hollin.matcher().lexicon)

    assert all(claims == ("deadliest" in {token.word for token in reading.claimed(bool)}) for reading in found)


def test_a_question_is_read_behind_the_names_around_it() -> None:
    """`They` may be one of them; what else is said there does not count."""
    found = readings("My aunt sails, she once saw Hollin. Who lives there?", hollin.matcher().lexicon)

    assert ["hollin", "who", "lives", "there"] == [token.word for token in found[-1].tokens]
    assert ["who", "lives", "there"] == [token.word for token in found[-1].claimed(bool)]


def test_what_is_claimed_keeps_its_place_and_only_what_is_spoken_of_counts() -> None:
    """A guard reads them in the order typed."""
    whole, *_ = readings("Wasn't Hollin raided? The deadliest shells fell on Hollin.", hollin.matcher().lexicon)
    told = [token.word for token in whole.claimed(bool)]

    assert told.index("raided") < told.index("deadliest")
    assert ["was", "not", "hollin", "raided"] == [token.word for token in whole.claimed(lambda _: False)]
