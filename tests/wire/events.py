"""What Discord tells and hears: the payloads of its gateway and API, as small as discord.py takes them."""

from __future__ import annotations

import itertools
import time
from typing import Any

ME = {"id": "11", "username": "footnote", "discriminator": "0", "avatar": None, "bot": True}
OWNER = {"id": "33", "username": "owner", "discriminator": "0", "avatar": None}
ASKER = {"id": "44", "username": "asker", "discriminator": "0", "avatar": None}
APPLICATION = {
    "id": "22",
    "name": "Footnote",
    "description": "",
    "icon": None,
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "00",
    "flags": 0,
    "owner": OWNER,
    "team": None,
}
QUESTION = "How many raids were there on Hollin?"
DEFERRED, UPDATE = 5, 6
HELLO = {"op": 10, "d": {"heartbeat_interval": 41250}}
INTERACTION_TOKEN = "aW50ZXJhY3Rpb246"  # noqa: S105 - what a log must not hold
_EPOCH = 1420070400000
_numbers = itertools.count(1)


def titles(body: dict[str, Any]) -> list[str]:
    """The titles of a message's cards."""
    return [embed.get("title", "") for embed in body.get("embeds", [])]


def snowflake(ago: float = 0) -> str:
    """An id that was made just now, or seconds `ago`."""
    return str((int((time.time() - ago) * 1000) - _EPOCH) << 22 | next(_numbers) & 0x3FFFFF)


def ready(shard: list[int], resume: str) -> dict[str, Any]:
    """The first event of a session."""
    told = {"v": 10, "user": ME, "guilds": [], "session_id": f"session-{shard[0]}", "resume_gateway_url": resume}
    return told | {"shard": shard, "application": {"id": APPLICATION["id"], "flags": 0}}


def ask(question: str, **options: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever an option takes
    """Somebody used `/ask` in a direct message."""
    given = [{"name": "question", "type": 3, "value": question}]
    given += [{"name": name, "type": 5, "value": value} for name, value in options.items()]
    return _interaction(2, {"id": "55", "name": "ask", "type": 1, "options": given})


def command(name: str, user: dict[str, Any] = ASKER, **options: str) -> dict[str, Any]:
    """Somebody used a command, with options that take words."""
    given = [{"name": option, "type": 3, "value": value} for option, value in options.items()]
    return _interaction(2, {"id": "56", "name": name, "type": 1, "options": given}, user)


def menu(name: str, *messages: dict[str, Any]) -> dict[str, Any]:
    """Somebody used a command of a message's menu; without the message, a client left it out."""
    resolved = {"messages": {message["id"]: message for message in messages}}
    target = next((message["id"] for message in messages), "1")
    return _interaction(2, {"id": "57", "name": name, "type": 3, "target_id": target, "resolved": resolved})


def typing(words: str, command: str = "ask", option: str = "question") -> dict[str, Any]:
    """Somebody is typing the question of `/ask`, or an option of another command."""
    given = {"name": option, "type": 3, "value": words, "focused": True}
    return _interaction(4, {"id": "55", "name": command, "type": 1, "options": [given]})


def form(custom_id: str) -> dict[str, Any]:
    """Somebody sent a form."""
    return _interaction(5, {"custom_id": custom_id, "components": []})


def click(custom_id: str, message: dict[str, Any]) -> dict[str, Any]:
    """Somebody pressed a button of a message."""
    return _interaction(3, {"custom_id": custom_id, "component_type": 2}) | {"message": message}


def direct(words: str) -> dict[str, Any]:
    """Somebody wrote a direct message."""
    return message({"content": words}, author=ASKER)


def message(body: dict[str, Any], author: dict[str, Any] = ME) -> dict[str, Any]:
    """A message as Discord keeps it, from the body that was sent."""
    return {
        "id": snowflake(),
        "channel_id": "66",
        "author": author,
        "content": body.get("content") or "",
        "timestamp": "2026-01-01T00:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": body.get("embeds") or [],
        "components": body.get("components") or [],
        "pinned": False,
        "type": 0,
        "flags": body.get("flags") or 0,
    }


def _interaction(kind: int, data: dict[str, Any], user: dict[str, Any] = ASKER) -> dict[str, Any]:
    number = snowflake()
    return {
        "id": number,
        "application_id": APPLICATION["id"],
        "type": kind,
        "data": data,
        "channel_id": "66",
        "channel": {"id": "66", "type": 1, "last_message_id": None, "recipients": [user]},
        "user": user,
        "token": f"{INTERACTION_TOKEN}-{number}",
        "version": 1,
        "app_permissions": "0",
        "locale": "en-GB",
        "entitlements": [],
        "authorizing_integration_owners": {"0": "0"},
        "context": 1,
        "attachment_size_limit": 8388608,
    }
