"""The bot as its own process, on a wire that is cut and before a Discord that has its moods."""

from __future__ import annotations

import pytest

from tests.wire import events
from tests.wire.events import QUESTION, titles
from tests.wire.exchange import Fault
from tests.wire.process import footnote, free_port, health
from tests.wire.server import HEARTBEAT, IDENTIFY, RESUME, Loopback, loopback

VIA = {"Via": "1.1 google"}  # without it, discord.py takes a 429 for a ban
EXPIRED = {"code": 10062, "message": "Unknown interaction"}


def ops(server: Loopback) -> list[int]:
    """What clients said to the gateway, but for heartbeats."""
    return [op for op in server.seen if op != HEARTBEAT]


async def test_a_cut_connection_is_resumed_and_said_in_one_line(server: Loopback) -> None:
    """After a cut the session goes on, and what is asked then is answered."""
    async with footnote(server) as bot:
        await server.ready()
        await server.cut()
        await server.until(lambda: RESUME in server.seen and server.sessions)
        assert titles(await server.asked(events.ask(QUESTION))) == [QUESTION]
        await bot.stop()
    assert [IDENTIFY, RESUME] == ops(server)
    assert 1 == len(bot.events("was cut"))


async def test_a_gateway_that_is_down_at_the_start_is_waited_for(server: Loopback) -> None:
    """While the gateway is down, each try is one line and /healthz says so; then the bot answers."""
    later, port = free_port(), free_port()
    given = {"DISCORD_GATEWAY_URL": f"ws://127.0.0.1:{later}/gateway", "HEALTH_PORT": str(port)}
    async with footnote(server, **given) as bot:
        await bot.said("The gateway can't be reached (connection refused); trying again")
        assert (503, "connecting\n") == await health(port)
        async with loopback(Loopback(), later) as gateway:
            await gateway.ready()
            payload = events.ask(QUESTION)
            await gateway.tell("INTERACTION_CREATE", payload)
            assert titles((await server.response(payload))["data"]) == [QUESTION]
            assert (200, "ready\n") == await health(port)
            await bot.stop()


@pytest.mark.parametrize(
    "faults",
    [
        [Fault("/callback", 429, VIA, {"retry_after": 0.2, "global": False})],
        [Fault("/callback", 500)],
        [Fault("/callback", delay=3.5)],
    ],
    ids=["429", "500", "late"],
)
async def test_an_answer_survives_a_hiccup_of_discord(server: Loopback, faults: list[Fault]) -> None:
    """A rate limit, a fault of Discord's or a late acknowledgement costs time, not the answer, and no second one."""
    async with footnote(server) as bot:
        await server.ready()
        server.faults += faults
        assert titles(await server.asked(events.ask(QUESTION))) == [QUESTION]
        await bot.stop()
    assert 1 == len(server.to("/callback"))


@pytest.mark.parametrize(
    ("fault", "times", "said"),
    [
        (Fault("/callback", 404, body=EXPIRED), 1, "NotFound (404, code 10062)"),
        (Fault("/callback", 429), 1, "429"),
        (Fault("/66/messages", 429), 1, "429"),
        (Fault("/66/messages", 503), 2, "503"),
    ],
    ids=["expired", "banned", "banned message", "503"],
)
async def test_a_lost_answer_is_one_line_and_the_next_one_comes(
    server: Loopback, fault: Fault, times: int, said: str
) -> None:
    """What Discord will not take is one line without a traceback; the bot goes on."""
    async with footnote(server) as bot:
        await server.ready()
        server.faults += [fault] * times
        if "callback" in fault.path:
            await server.tell("INTERACTION_CREATE", events.ask(QUESTION))
        else:
            await server.tell("MESSAGE_CREATE", events.direct(QUESTION))
        await bot.until(lambda: bot.events("was not answered"))
        assert titles(await server.asked(events.ask(QUESTION))) == [QUESTION]
        await bot.stop()
    assert [True] == [said in event["event"] for event in bot.events("was not answered")]


async def test_a_suggestion_that_comes_too_late_is_no_fault(server: Loopback) -> None:
    """Who types on makes earlier suggestions pointless: that Discord refuses them is no news."""
    async with footnote(server) as bot:
        await server.ready()
        server.faults.append(Fault("/callback", 404, body=EXPIRED))
        await server.tell("INTERACTION_CREATE", events.typing("raid"))
        await server.until(lambda: not server.faults)
        assert (await server.asked(events.typing("raid")))["choices"]
        await bot.stop()
    assert 1 == len(server.to("/callback"))
    assert [] == [event for event in bot.events() if event["level"] != "info"]


@pytest.mark.parametrize(
    ("code", "sentence"), [(4004, "Discord refused the token"), (4014, "Discord refused the intents")]
)
async def test_a_refusal_while_running_ends_with_code_4(server: Loopback, code: int, sentence: str) -> None:
    """A token that is revoked, or intents that are taken away, end the service with one sentence."""
    async with footnote(server) as bot:
        await server.ready()
        await server.cut(code=code)
        assert 4 == await bot.left()
    assert [True] == [line.startswith(sentence) for line in bot.sentences]
    assert [] == [event for event in bot.events() if "fault" in event or "was cut" in event["event"]]


async def test_a_token_that_the_api_no_longer_takes_ends_with_code_4(server: Loopback) -> None:
    """A revoked token is noticed at the first refused request, before the gateway says so."""
    async with footnote(server) as bot:
        await server.ready()
        server.faults.append(Fault("/66/messages", 401))
        await server.tell("MESSAGE_CREATE", events.direct(QUESTION))
        assert 4 == await bot.left()
    assert bot.lines[-1].startswith("Discord refused the token")
