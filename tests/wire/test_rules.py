"""The judge of the bodies finds what Discord would refuse."""

from __future__ import annotations

from typing import Any

import pytest

from tests.wire import rules

BUTTON = {"type": 2, "label": "a", "custom_id": "a"}


def test_bodies_are_checked_against_discords_own_description() -> None:
    """Where Discord's description is at hand, a body that it does not allow is found."""
    if not rules.DESCRIPTION.exists():
        pytest.skip("Discord's API description is not at hand: ../shared/discord/openapi.json")
    assert rules.broken("POST", "/channels/1/messages", {"content": 5})
    assert [] == rules.broken("POST", "/channels/1/messages", {"content": "five"})


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/channels/1/messages", {"content": "x" * 2001}),
        ("/channels/1/messages", {"content": "😀" * 1001}),
        ("/channels/1/messages", {"embeds": [{"description": "x" * 4000}] * 2}),
        ("/channels/1/messages", {"embeds": [{"fields": [{"name": "a", "value": " "}]}]}),
        (
            "/channels/1/messages",
            {"components": [{"type": 1, "components": [{"type": 2, "label": "a", "custom_id": "a"}] * 2}]},
        ),
        ("/applications/1/commands", [{"name": "Ask", "description": "x"}]),
        ("/applications/1/commands", [{"name": "ask", "description": "x"}] * 2),
        (
            "/applications/1/commands",
            [{"name": "a", "options": [{"name": "b", "type": 3}, {"name": "c", "type": 3, "required": True}]}],
        ),
    ],
)
def test_rules_that_the_description_omits_are_checked_too(path: str, body: Any) -> None:  # noqa: ANN401 - any JSON
    """What Discord refuses beyond its description is found."""
    assert list(rules._against_the_rest(path, body))
