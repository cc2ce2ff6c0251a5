"""The bot as its own process: how it stops, and what it tells of itself."""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from tests.test_deploy import health_check
from tests.wire import events
from tests.wire.events import QUESTION, titles
from tests.wire.exchange import Fault
from tests.wire.process import TOKEN, footnote, free_port, health
from tests.wire.server import Loopback

if TYPE_CHECKING:
    from pathlib import Path


VIA = {"Via": "1.1 google"}  # without it, discord.py takes a 429 for a ban


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_an_answer_under_way_is_finished_before_the_end(server: Loopback, number: int) -> None:
    """Told to stop in mid-answer, the bot finishes it, hears no more, and leaves with 0 in under five seconds."""
    async with footnote(server) as bot:
        await server.ready()
        server.faults.append(Fault("/callback", delay=1.0))
        payload = events.ask(QUESTION)
        await server.tell("INTERACTION_CREATE", payload)
        await server.until(lambda: not server.faults)
        await bot.stop(number)
        assert titles((await server.response(payload))["data"]) == [QUESTION]
    assert bot.events("Finished what was under way")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_stops_at_any_moment(number: int) -> None:
    """Also while Discord is not there, a signal is code 0 and no traceback."""
    async with footnote(Loopback(port=9)) as bot:
        await bot.said("Discord can't be reached")
        await bot.stop(number)


async def test_a_reload_at_the_start_does_not_end_it(server: Loopback, tmp_path: Path) -> None:
    """While the packs are still learnt, SIGHUP has nothing to take up and does no harm."""
    async with footnote(server, HEALTH_PORT="0", CACHE_DIR=str(tmp_path)) as bot:
        await bot.said("Serving /healthz")
        bot.process.send_signal(signal.SIGHUP)
        await server.ready(seconds=60)
        await bot.stop()


async def test_no_secret_and_no_question_is_in_the_log(server: Loopback) -> None:
    """However much is logged and whatever goes wrong, no token and no word of a question is in it."""
    words = "Zanzibar pumpernickel?"
    async with footnote(server, LOG_LEVEL="DEBUG") as bot:
        await server.ready()
        server.faults += [
            Fault("/callback", 429, {"Via": "1.1 google"}, {"retry_after": 0.1}),
            Fault("/66/messages", 400),
        ]
        await server.asked(events.ask(words))
        await server.tell("MESSAGE_CREATE", events.direct(words))
        await bot.until(lambda: bot.events("was not answered"))
        await bot.stop()
    assert bot.events()
    assert [] == [secret for secret in (TOKEN, events.INTERACTION_TOKEN, *words.split()) if secret in bot.log]


async def test_metrics_count_what_happened(server: Loopback) -> None:
    """Prometheus reads answers by outcome, requests by status, and whether we are ready."""
    port = free_port()
    async with footnote(server, HEALTH_PORT=str(port)) as bot:
        await server.ready()
        await server.asked(events.ask(QUESTION))
        await asyncio.sleep(0.1)
        status, page = await health(port, "metrics")
        assert 200 == status
        assert 404 == (await health(port, "other"))[0]
        await bot.stop()
    lines = page.splitlines()
    assert {
        'footnote_answers_total{outcome="answer"} 1.0',
        "footnote_first_response_seconds_count 1.0",
        "footnote_ready 1.0",
        "footnote_shards_up 1.0",
        'footnote_discord_requests_total{method="PUT",status="200"} 1.0',
    } <= set(lines)


async def test_metrics_tell_first_responses_from_what_went_wrong(server: Loopback) -> None:
    """The time to a first response is that of what Discord took; suggestions, failures and refusals are told apart."""
    port = free_port()
    async with footnote(server, HEALTH_PORT=str(port), COOLDOWN_SECONDS="60") as bot:
        await server.ready()
        server.faults += [Fault("/callback", 500)]
        await server.asked(events.ask(QUESTION))
        await server.asked(events.ask(QUESTION))
        await server.asked(events.typing("raid"))
        server.faults += [Fault("/callback", 404)] * 2  # the answer, and the apology
        await server.tell("INTERACTION_CREATE", events.command("help"))
        await bot.until(lambda: bot.events("was not answered"))
        await asyncio.sleep(0.1)
        _, page = await health(port, "metrics")
        await bot.stop()
    assert {
        "footnote_first_response_seconds_count 2.0",
        "footnote_suggestion_seconds_count 1.0",
        "footnote_unanswered_total 1.0",
        "footnote_put_off_total 1.0",
    } <= set(page.splitlines())


async def test_a_taken_health_port_is_one_sentence(server: Loopback) -> None:
    """A port that can't be had is a setting that can't be used: code 3."""
    async with footnote(server, HEALTH_PORT=str(server.port)) as bot:
        assert 3 == await bot.left()
    assert [f"HEALTH_PORT {server.port} can't be listened on: choose another, or leave it out."] == bot.sentences


async def test_the_image_asks_the_bot_for_its_health(server: Loopback) -> None:
    """The image's check passes while the bot is ready."""
    port = free_port()
    async with footnote(server, HEALTH_PORT=str(port)) as bot:
        await server.ready()
        command = [sys.executable, *health_check()[1:]]
        checking = await asyncio.create_subprocess_exec(*command, env={"HEALTH_PORT": str(port)})
        assert 0 == await checking.wait()
        await bot.stop()
