"""The service's log: a line for machines or for people, without secrets or questions."""

from __future__ import annotations

import json
import logging
import sys
from typing import TYPE_CHECKING, Any

import pytest

from bot.discord_bot.logs import Json, Plain

if TYPE_CHECKING:
    from bot.discord_bot.logs import Safe

SECRET = "sesame"  # noqa: S105 - no real one


def line(form: type[Safe], event: str, *args: object, name: str = "footnote", **more: Any) -> str:  # noqa: ANN401 - of a record
    """The line of a record."""
    record = logging.LogRecord(name, logging.WARNING, "x.py", 1, event, args, more.pop("exc_info", None))
    record.__dict__.update(more)
    return form((SECRET,)).format(record)


def raised(error: Exception) -> Any:  # noqa: ANN401 - what the interpreter tells of an exception
    """An exception as a log gets it."""
    try:
        raise error
    except type(error):
        return sys.exc_info()


def test_a_machine_reads_one_object_a_line() -> None:
    """Time, level, logger and event are always there, and what else there is to say."""
    held = json.loads(line(Json, "cut in %s", "two", fields={"shard": 1}))
    assert held.pop("time").endswith("Z")
    assert {"level": "warning", "logger": "footnote", "event": "cut in two", "shard": 1} == held


@pytest.mark.parametrize("form", [Json, Plain])
def test_whatever_is_said_takes_one_line(form: type[Safe]) -> None:
    """Several problems of a pack, or what a server answered, stand on one line."""
    told = line(form, "%s", "a.yaml:1: odd\n  b.yaml:2: odd\r\n\n", fields={"name": "x\ny"})
    assert "a.yaml:1: odd; b.yaml:2: odd" in told
    assert 1 == len(told.splitlines())


def test_a_person_reads_a_plain_line() -> None:
    """At a terminal the same is a time of day, a level, words and key=value."""
    assert "WARNING cut shard=1" == line(Plain, "cut", fields={"shard": 1}).partition(" ")[2]


@pytest.mark.parametrize("form", [Json, Plain])
@pytest.mark.parametrize(
    "words",
    [
        f"token {SECRET}",
        "https://discord.com/api/v10/interactions/12/sesame/callback",
        "https://discord.com/api/v10/webhooks/12/sesame/messages/@original",
    ],
)
def test_a_secret_is_blotted_out(form: type[Safe], words: str) -> None:
    """Neither the bot's token nor one in an address is written."""
    assert "[secret]" in line(form, "%s", words)
    assert SECRET not in line(form, "%s", words)


@pytest.mark.parametrize("form", [Json, Plain])
def test_a_fault_is_its_kind_and_place_without_its_words(form: type[Safe]) -> None:
    """What an exception says may be what somebody asked; where it was raised is enough."""
    told = line(form, "not answered", exc_info=raised(ValueError("who is my neighbour")))
    assert "ValueError" in told
    assert "test_logs.py" in told
    assert "neighbour" not in told


def test_a_fault_of_the_network_is_one_line() -> None:
    """What passes by itself is its reason, without a place in the code."""
    told = json.loads(line(Json, "cut", exc_info=raised(ConnectionResetError(104, "x"))))
    assert ("cut (connection reset by peer)", False) == (told["event"], "fault" in told)


def test_what_asyncio_adds_is_left_out() -> None:
    """A task that nobody waited for is told without what it raised."""
    assert "neighbour" not in line(Json, "Task exception\nfuture: <Task exception=X('neighbour')>", name="asyncio")
