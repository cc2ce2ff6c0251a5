"""Several questions in one message, told apart."""

from __future__ import annotations

import pytest

from bot.answering.questions import questions


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("when does it open", ("when does it open",)),
        ("", ("",)),
        ("When does it open? What does it cost?", ("When does it open?", "What does it cost?")),
        ("It is late.\nWhen does it open?? Who paid?!", ("It is late. When does it open??", "Who paid?!")),
        ("1. When does it open?\n2) Who paid?\n", ("When does it open?", "Who paid?")),
        ("- when does it open\n- who paid", ("when does it open", "who paid")),
        ("1. who is Almeida\n2. where is Zlikan", ("who is Almeida", "where is Zlikan")),
        (
            "My questions:\n1) who is Almeida\n2) where is Zlikan\nThank you!",
            ("who is Almeida", "where is Zlikan Thank you!"),
        ),
        ("1. who is Almeida 2. where is Zlikan", ("who is Almeida", "where is Zlikan")),
        ("- who is Almeida", ("who is Almeida",)),
        ("Which was hit most often:\n- Zlikan\n- Bashiqa", ("Which was hit most often: - Zlikan - Bashiqa",)),
        ("who is Almeida\nwhere is Zlikan", ("who is Almeida", "where is Zlikan")),
        ("who is Almeida and where is Zlikan?", ("who is Almeida?", "where is Zlikan?")),
        ("Did Tarnia attack Hollin, and what was damaged?", ("Did Tarnia attack Hollin?", "what was damaged?")),
        ("who is A1, and who is B2 and who is C3", ("who is A1", "who is B2", "who is C3")),
        ("who said what and why?", ("who said what and why?",)),
        ("when and where was Hollin attacked?", ("when and where was Hollin attacked?",)),
        ("who attacked Hollin and when?", ("who attacked Hollin and when?",)),
        ("who is Almeida and what does he think?", ("who is Almeida and what does he think?",)),
        ("how many raids and how much damage were there", ("how many raids and how much damage were there",)),
        (
            "did those who shelled Hollin and who burnt Skarn pay",
            ("did those who shelled Hollin and who burnt Skarn pay",),
        ),
        ("Tarnia and where it lies", ("Tarnia and where it lies",)),
        ("Was it the city? Or the state?", ("Was it the city? Or the state?",)),
        ("When does it open? Thank you!", ("When does it open? Thank you!",)),
        ("When? ???", ("When? ???",)),
    ],
)
def test_questions_are_told_apart(text: str, asked: tuple[str, ...]) -> None:
    """Question marks and list marks part questions; a text with fewer than two stays whole."""
    assert asked == questions(text)
