"""What Discord refuses: bodies against its own API description, where that is at hand, and the rules that it omits."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

if TYPE_CHECKING:
    from collections.abc import Iterator

DESCRIPTION = Path(__file__).resolve().parents[3] / "shared/discord/openapi.json"
_NAME = re.compile(r"[-_'\w]{1,32}")
_CHAT_INPUT, _SUB_COMMANDS = 1, (1, 2)


def broken(method: str, path: str, body: Any) -> list[str]:  # noqa: ANN401 - any JSON
    """Every reason for which Discord would refuse this body; without a body there is none."""
    if body is None:
        return []
    found = [*_against_the_description(method, path, body)] or [*_against_the_rest(path, body)]
    return [f"{method} {path}: {reason}" for reason in found]


def _against_the_description(method: str, path: str, body: Any) -> Iterator[str]:  # noqa: ANN401 - the same
    if not DESCRIPTION.exists():
        return
    validator = _validator(method, path)
    if validator is None:
        yield "no such route"
        return
    for error in validator.iter_errors(_normal(body)):
        yield f"{error.json_path} {error.message[:300]}"


@cache
def _routes() -> list[tuple[re.Pattern[str], str, dict[str, Any]]]:
    """Routes as patterns, those with the fewest variables first."""
    paths = _description()["paths"]
    names = sorted(paths, key=lambda path: path.count("{"))
    return [(re.compile(re.sub(r"\\{.*?\\}", "[^/]+", re.escape(name))), name, paths[name]) for name in names]


@cache
def _description() -> dict[str, Any]:
    return json.loads(DESCRIPTION.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def _validator(method: str, path: str) -> Draft202012Validator | None:
    for pattern, name, route in _routes():
        if pattern.fullmatch(path) and method.lower() in route:
            return _of(name, method.lower())
    return None


@cache
def _of(name: str, method: str) -> Draft202012Validator:
    schema = _description()["paths"][name][method]["requestBody"]["content"]["application/json"]["schema"]
    return Draft202012Validator({**schema, "components": _description()["components"]})


def _normal(value: Any) -> Any:  # noqa: ANN401 - the same
    """Snowflakes as strings: discord.py sends some as integers, which Discord takes."""
    if isinstance(value, dict):
        return {key: str(held) if _is_id(key, held) else _normal(held) for key, held in value.items()}
    return [_normal(held) for held in value] if isinstance(value, list) else value


def _is_id(key: str, held: object) -> bool:
    return isinstance(held, int) and not isinstance(held, bool) and (key == "id" or key.endswith("_id"))


def _against_the_rest(path: str, body: Any) -> Iterator[str]:  # noqa: ANN401 - the same
    if path.endswith("/commands"):
        yield from _commands(body)
        return
    message = body.get("data", body) if isinstance(body, dict) else {}
    if isinstance(message, dict):
        yield from _message(message)


def _commands(commands: list[dict[str, Any]]) -> Iterator[str]:
    kinds = [(command.get("type", 1), command["name"]) for command in commands]
    if len(set(kinds)) < len(kinds):
        yield "two commands of one name"
    for command in commands:
        if command.get("type", 1) == _CHAT_INPUT:
            yield from _named(command)


def _named(command: dict[str, Any]) -> Iterator[str]:
    """A command or an option and what is below it: names, and required options first."""
    name, options = command["name"], command.get("options") or []
    if name != name.lower() or not _NAME.fullmatch(name):
        yield f"the name {name!r}"
    if len({option["name"] for option in options}) < len(options):
        yield f"two options of one name in {name!r}"
    required = [bool(option.get("required")) for option in options if option["type"] not in _SUB_COMMANDS]
    if required != sorted(required, reverse=True):
        yield f"an optional option before a required one in {name!r}"
    for option in options:
        yield from _named(option)


def _message(message: dict[str, Any]) -> Iterator[str]:
    if _units(message.get("content") or "") > 2000:
        yield "content over 2000"
    embeds = message.get("embeds") or []
    if len(embeds) > 10 or sum(map(_size, embeds)) > 6000:
        yield "embeds over 6000 in all, or more than ten"
    for embed in embeds:
        for field in embed.get("fields", []):
            if not field["name"].strip() or not field["value"].strip():
                yield "an empty field"
    yield from _components(message.get("components") or [])


def _components(rows: list[dict[str, Any]]) -> Iterator[str]:
    parts = [part for row in rows for part in row.get("components", [])]
    ids = [part["custom_id"] for part in parts if "custom_id" in part]
    if len(rows) > 5 or any(not 0 < len(row.get("components", [])) <= 5 for row in rows):
        yield "more than five rows, or a row of none or more than five"
    if len(set(ids)) < len(ids):
        yield "two components of one custom_id"
    if any(not part.get("label") and not part.get("emoji") for part in parts if part["type"] == 2):
        yield "a button without a label"


def _size(embed: dict[str, Any]) -> int:
    texts = [embed.get("title"), embed.get("description"), (embed.get("footer") or {}).get("text")]
    texts += [(embed.get("author") or {}).get("name")]
    texts += [text for field in embed.get("fields", []) for text in (field["name"], field["value"])]
    return sum(_units(text or "") for text in texts)


def _units(text: str) -> int:
    """Length as Discord counts it: in UTF-16."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2
