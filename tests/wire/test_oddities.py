"""What Discord seldom does: it says half, says it twice, takes what it refuses, or hangs up in mid-sentence."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest

from bot.discord_bot import menus, passed_by
from bot.discord_bot.apology import OLD_COMMAND, SORRY
from tests.wire import events
from tests.wire.events import DEFERRED, QUESTION, titles
from tests.wire.exchange import Fault
from tests.wire.process import footnote
from tests.wire.server import HEARTBEAT, IDENTIFY, RESUME, Loopback

if TYPE_CHECKING:
    from tests.wire.process import Footnote

GONE = {"code": 10008, "message": "Unknown Message"}
FORBIDDEN = {"code": 50013, "message": "Missing Permissions"}
SERVER = {"guild_id": "77", "member": {"roles": [], "joined_at": None, "deaf": False, "mute": False, "flags": 0}}


def without(payload: dict[str, Any], *names: str) -> dict[str, Any]:
    """A payload that lacks something."""
    return {name: value for name, value in payload.items() if name not in names}


def ops(server: Loopback) -> list[int]:
    """What clients said to the gateway, but for heartbeats."""
    return [op for op in server.seen if op != HEARTBEAT]


def troubles(bot: Footnote) -> list[str]:
    """What the log has beside news."""
    return [event["event"] for event in bot.events() if event["level"] != "info"]


@pytest.mark.parametrize(
    ("event", "payload"),
    [
        ("MESSAGE_CREATE", {"id": "1"}),
        *(("INTERACTION_CREATE", without(events.ask(QUESTION), name)) for name in ("type", "data", "user", "token")),
        ("INTERACTION_CREATE", {**events.ask(QUESTION), "guild_id": "77"}),
    ],
    ids=["message", "type", "data", "user", "token", "member"],
)
async def test_an_event_that_cannot_be_read_is_one_line(server: Loopback, event: str, payload: dict[str, Any]) -> None:
    """Half an event is left out with one line, and the same connection goes on."""
    async with footnote(server) as bot:
        await server.ready()
        await server.tell(event, payload)
        assert titles(await server.asked(events.ask(QUESTION))) == [QUESTION]
        await bot.stop()
    assert [IDENTIFY] == ops(server)
    assert [f"An event that can't be read was left out: {event} (KeyError)."] == troubles(bot)


async def test_a_frame_that_cannot_be_read_costs_a_resume(server: Loopback) -> None:
    """What is no message at all ends the connection, not the session."""
    async with footnote(server) as bot:
        await server.ready()
        await server.sessions[0].socket.send_bytes(b"\0nonsense" * 5)
        await server.until(lambda: RESUME in server.seen and server.sessions)
        assert titles(await server.asked(events.ask(QUESTION))) == [QUESTION]
        await bot.stop()
    assert [IDENTIFY, RESUME] == ops(server)


async def test_an_interaction_that_lacks_what_nobody_needs_is_answered(server: Loopback) -> None:
    """A limit of attachments and a version are nothing to us."""
    async with footnote(server) as bot:
        await server.ready()
        payload = without(events.ask(QUESTION), "attachment_size_limit", "version", "entitlements", "locale")
        assert titles(await server.asked(payload)) == [QUESTION]
        await bot.stop()


async def test_what_comes_twice_is_answered_once(server: Loopback) -> None:
    """The same interaction, told again, is no second one."""
    payload = events.ask(QUESTION)
    async with footnote(server) as bot:
        await server.ready()
        for _ in range(2):
            await server.asked(payload)
        await server.asked(events.command("help"))
        await bot.stop()
    assert 2 == len(server.to("/callback"))
    assert [] == troubles(bot)


@pytest.mark.parametrize("fault", [Fault("/callback", 500, taken=True), Fault("/callback", taken=True, cut=True)])
async def test_what_discord_took_and_denied_goes_on(server: Loopback, fault: Fault) -> None:
    """A first response that came through, though Discord said otherwise, is followed by what comes after it."""
    several = events.ask("How many raids were there on Hollin? Where is Hollin? Did Tarnia attack Hollin?")
    check = events.menu("Check against the report", events.direct("There were 400 raids on Hollin."))
    async with footnote(server) as bot:
        await server.ready()
        server.faults.append(fault)
        assert (await server.asked(several))["content"].endswith(QUESTION)
        await server.until(lambda: 2 == len(server.to(several["token"])) - 1)
        server.faults.append(fault)
        await server.tell("INTERACTION_CREATE", check)
        assert DEFERRED == (await server.response(check))["type"]
        await server.until(lambda: server.to(f"/webhooks/22/{check['token']}"))
        await bot.stop()
    assert [] == troubles(bot)


@pytest.mark.parametrize("path", ["/callback", "/22/{token}", "/66/messages"])
async def test_an_answer_that_is_cut_off_is_sent_once_more(server: Loopback, path: str) -> None:
    """A connection that drops while an answer is sent costs a moment."""
    asked = events.ask("How many raids were there on Hollin? Did Tarnia attack Hollin?")
    async with footnote(server) as bot:
        await server.ready()
        server.faults.append(Fault(path.format(token=asked["token"]), cut=True))
        await server.tell("INTERACTION_CREATE", asked)
        await server.tell("MESSAGE_CREATE", events.direct(QUESTION))
        await server.until(lambda: not server.faults)
        await server.until(lambda: server.to("/66/messages") and 2 == len(server.to(asked["token"])))
        await bot.stop()
    assert [] == troubles(bot)


async def test_a_message_sent_again_can_be_told_from_another(server: Loopback) -> None:
    """Discord shows a message once that it took without saying so, for each try has the same nonce."""
    async with footnote(server) as bot:
        await server.ready()
        server.faults.append(Fault("/66/messages", 503, taken=True))
        await server.tell("MESSAGE_CREATE", events.direct(QUESTION))
        first, second = await server.until(lambda: len(server.to("/66/messages")) == 2 and server.to("/66/messages"))
        await bot.stop()
    assert first.body["nonce"] == second.body["nonce"]
    assert first.body["enforce_nonce"]


async def test_an_apology_goes_where_it_can_be_heard(server: Loopback) -> None:
    """Where a response came through unnoticed the apology follows it; what Discord no longer hears is not said."""
    check, late = events.menu("Check against the report", events.direct("There were raids.")), events.ask(QUESTION)
    async with footnote(server) as bot:
        await server.ready()
        server.faults.append(Fault("/callback", 400, taken=True))
        await server.tell("INTERACTION_CREATE", check)
        (said,) = await server.until(lambda: server.to(f"/webhooks/22/{check['token']}"))
        assert said.body["content"] == SORRY
        server.faults.append(Fault("/callback", 404, body={"code": 10062}))
        await server.tell("INTERACTION_CREATE", late)
        await bot.until(lambda: bot.events("code 10062"))
        await server.asked(events.command("help"))
        await bot.stop()
    assert [] == server.to(late["id"])


async def test_a_button_that_discord_does_not_show_us_works(server: Loopback) -> None:
    """A press is answered also where its message comes without its buttons; what we don't know is said to be old."""
    async with footnote(server) as bot:
        await server.ready()
        bare = events.message({"content": f"> {QUESTION}"})
        assert titles(await server.asked(events.click("fn:who:how-many-raids", bare))) == [QUESTION]
        for unknown in (events.click("fn:once", bare), events.form("fn:form")):
            assert passed_by.OLD_BUTTON == (await server.asked(unknown))["content"]
        await bot.stop()
    assert [] == troubles(bot)


@pytest.mark.parametrize(
    "payload",
    [
        events.command("gone"),
        events.command("ask", query="raids"),
        events.command("cite", style="CSL-JSON"),
        events.menu("Answer this"),
        events.menu("Answer this", {"id": "1"}),
        events.menu("Answer that", events.direct("Hello")),
    ],
    ids=["command", "option", "choice", "message", "half a message", "menu"],
)
async def test_a_command_of_another_version_is_no_fault(server: Loopback, payload: dict[str, Any]) -> None:
    """Who calls a command as it was before an upgrade is told what to do."""
    async with footnote(server) as bot:
        await server.ready()
        assert OLD_COMMAND == (await server.asked(payload))["content"]
        await bot.stop()
    assert [] == troubles(bot)


@pytest.mark.parametrize("where", [("gone", "question"), ("about", "name"), ("topics", "topic")])
async def test_nothing_is_suggested_for_what_is_not_ours(server: Loopback, where: tuple[str, str]) -> None:
    """Who fills in an option that we no longer have is suggested nothing."""
    async with footnote(server) as bot:
        await server.ready()
        assert [] == (await server.asked(events.typing("raid", *where)))["choices"]
        await bot.stop()
    assert [] == troubles(bot)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_while_it_stops_changes_nothing(server: Loopback, number: int) -> None:
    """Who presses Ctrl-C again and again gets the same clean end."""
    async with footnote(server) as bot:
        await server.ready()
        while bot.process.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(bot.process.pid, number)
            await asyncio.sleep(0.02)
        assert 0 == await bot.left()
    assert [] == bot.sentences


async def test_a_double_press_does_no_harm(server: Loopback) -> None:
    """Shared twice at once is shared once, and deleted twice is deleted."""
    async with footnote(server) as bot:
        await server.ready()
        shown = events.message(await server.asked(events.ask(QUESTION, private=True)))
        shares = [events.click("fn:share", shown) for _ in range(2)]
        for payload in shares:
            await server.tell("INTERACTION_CREATE", payload)
        for payload in shares:
            await server.response(payload)
        server.faults.append(Fault("/@original", 404, body=GONE))
        asked = events.message(await server.asked(events.ask(QUESTION)))
        await server.asked(events.click("fn:delete:44", asked))
        await server.until(lambda: not server.faults)
        await server.asked(events.command("help"))
        await bot.stop()
    assert 1 == len([heard for heard in server.to("/webhooks/") if "Shared by" in heard.body["content"]])
    assert [] == troubles(bot)


async def test_where_we_may_not_write_one_try_is_enough(server: Loopback) -> None:
    """A mention where we may not write is one refused request and one line."""
    said = events.direct(f"<@11> {QUESTION}") | SERVER | {"mentions": [events.ME]}
    async with footnote(server) as bot:
        await server.ready()
        server.faults += [Fault("/66/messages", 403, body=FORBIDDEN)] * 2
        await server.tell("MESSAGE_CREATE", said)
        await bot.until(lambda: bot.events("was not answered"))
        await server.asked(events.command("help"))
        await bot.stop()
    assert 1 == len(server.faults)
    assert 1 == len(troubles(bot))


async def test_a_server_that_we_do_not_know_yet_is_none_of_our_business(server: Loopback) -> None:
    """What is said there is no direct message."""
    async with footnote(server) as bot:
        await server.ready()
        await server.tell("MESSAGE_CREATE", events.direct("") | SERVER)
        await server.asked(events.command("help"))
        await bot.stop()
    assert [] == server.to("/messages")


async def test_a_message_of_unseen_signs_has_no_words(server: Loopback) -> None:
    """What nobody can see is not quoted as a question."""
    async with footnote(server) as bot:
        await server.ready()
        asked = await server.asked(events.menu("Answer this", events.direct("\u200b\u200b")))
        assert menus.NO_WORDS == asked["content"]
        await bot.stop()
