"""Whether Discord would take what we send: by its API description where that is at hand, and by its stricter rules.

The description, `../shared/discord/openapi.json`, is no part of the project. The stricter rules are those that it
leaves out: Discord's documentation of message limits, components and application commands.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import simcord

DESCRIPTION = Path(__file__).resolve().parents[3] / "shared/discord/openapi.json"
_SNOWFLAKE = 10**15
_SELECT = 3


def refused(sent: Iterable[simcord.HttpLogEntry]) -> list[str]:
    """Say of every body that was sent why Discord would refuse it, if it would."""
    return [
        f"{entry.method} {entry.path}: {fault}" for entry in sent if entry.json is not None for fault in _faults(entry)
    ]


def _faults(entry: simcord.HttpLogEntry) -> Iterator[str]:
    yield from _described(entry.method.lower(), entry.path.partition("?")[0], entry.json)
    if isinstance(entry.json, list):
        yield from _commands(entry.json)
    else:
        yield from _message(entry.json.get("data") or entry.json)


def _described(method: str, path: str, body: object) -> Iterator[str]:
    if DESCRIPTION.exists():
        validator = _validator(method, path)
        fault = next(validator.iter_errors(_normal(body)), None) if validator else None
        if fault:
            deepest = min([fault, *(fault.context or [])], key=lambda each: -len(each.absolute_path))
            yield f"{deepest.json_path}: {deepest.message[:300]}"


@cache
def _described_paths() -> tuple[tuple[re.Pattern[str], dict[str, Any]], ...]:
    found = _document()["paths"].items()
    return tuple((re.compile(re.sub(r"\\\{[^}]+\\\}", "[^/]+", re.escape(path))), methods) for path, methods in found)


@cache
def _document() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
    return document


def _validator(method: str, path: str) -> Draft202012Validator | None:
    """The description of a request; the most literal path first, as `@me` and `{user_id}` may both fit."""
    fits = [(pattern, methods) for pattern, methods in _described_paths() if pattern.fullmatch(path)]
    for _, methods in sorted(fits, key=lambda fit: fit[0].pattern.count("[^/]+")):
        content = methods.get(method, {}).get("requestBody", {}).get("content", {}).get("application/json")
        if content:
            return _compiled(json.dumps(content["schema"]))
    return None


@cache
def _compiled(schema: str) -> Draft202012Validator:
    return Draft202012Validator({**json.loads(schema), "components": _document()["components"]})


def _normal(value: object) -> object:
    """A body with every snowflake as text; discord.py sends some as numbers, which Discord takes."""
    if isinstance(value, dict):
        return {name: _normal(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_normal(item) for item in value]
    return str(value) if isinstance(value, int) and value >= _SNOWFLAKE else value


def _message(body: dict[str, Any]) -> Iterator[str]:
    if units(body.get("content") or "") > 2000:
        yield "content of more than 2000"
    if sum(map(_size, body.get("embeds") or ())) > 6000:
        yield "embeds of more than 6000 together"
    for card in body.get("embeds") or ():
        if not all(field["name"].strip() and field["value"].strip() for field in card.get("fields", ())):
            yield "a field without a name or value"
    yield from components(body.get("components") or ())
    if "allowed_mentions" in body and body["allowed_mentions"].get("parse"):
        yield "mentions are allowed"
    choices = body.get("choices") or ()
    if len(choices) > 25 or not all(0 < units(c["name"]) <= 100 and 0 < units(c["value"]) <= 100 for c in choices):
        yield "choices beyond 25, or of a name or value that is empty or beyond 100"


def components(rows: Iterable[dict[str, Any]]) -> list[str]:
    """What Discord would refuse in the components of a message."""
    rows = list(rows)
    found = [item for row in rows for item in row["components"]]
    ids = [item["custom_id"] for item in found if "custom_id" in item]
    menus = [item for item in found if item["type"] == _SELECT]
    values = [[option["value"] for option in menu["options"]] for menu in menus]
    rules = {
        "more than five rows": len(rows) <= 5,
        "a row of none or more than five": all(1 <= len(row["components"]) <= 5 for row in rows),
        "a custom_id twice": len(set(ids)) == len(ids),
        "a custom_id that is empty or beyond 100": all(1 <= units(custom_id) <= 100 for custom_id in ids),
        "a button without a label or beyond 80": all(
            1 <= units(item["label"].strip()) <= 80 for item in found if item["type"] == 2
        ),
        "a select of no option or more than 25, or of one value twice": all(
            1 <= len(each) <= 25 and len(set(each)) == len(each) for each in values
        ),
        "an option beyond 100": all(
            1 <= units(option["label"]) <= 100 and 1 <= units(option["value"]) <= 100
            for menu in menus
            for option in menu["options"]
        ),
    }
    return [rule for rule, kept in rules.items() if not kept]


def _commands(commands: list[dict[str, Any]]) -> Iterator[str]:
    names = [(command.get("type", 1), command["name"]) for command in commands]
    if len(set(names)) != len(names):
        yield "two commands of one name"
    for command in commands:
        if command.get("type", 1) == 1:
            yield from _slash(command)
        elif command.get("description") or not 1 <= len(command["name"]) <= 32:
            yield f"{command['name']}: a menu with a description, or of a name beyond 32"


def _slash(command: dict[str, Any]) -> Iterator[str]:
    options = command.get("options") or []
    required = [bool(option.get("required")) for option in options]
    for each in (command, *options):
        if not re.fullmatch(r"[-_a-z0-9]{1,32}", str(each["name"])) or not 1 <= len(each["description"]) <= 100:
            yield f"{command['name']}: a name that is not lower-case, or a description that is empty or beyond 100"
    if required != sorted(required, reverse=True):
        yield f"{command['name']}: a required option after an optional one"
    if len({option["name"] for option in options}) != len(options):
        yield f"{command['name']}: two options of one name"


def _size(card: dict[str, Any]) -> int:
    parts = [card.get("title"), card.get("description"), card.get("footer", {}).get("text")]
    named = [
        card.get("author", {}).get("name"),
        *(field[part] for field in card.get("fields", ()) for part in ("name", "value")),
    ]
    return sum(units(part or "") for part in (*parts, *named))


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
