"""pydantic's errors in an editor's words, each on the line it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from bot.knowledge.nearest import shown, suggest
from bot.knowledge.yaml_faults import Fault
from bot.knowledge.yaml_nodes import Listing, Mapping, Value
from bot.model.entries import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

Step = int | str
Schema = dict[str, Any]

_TYPES = {
    "string_type": ("text", "write one text after the colon; quote it if it begins with [ or {"),
    "tuple_type": ("a list", "begin every item with a dash on a line of its own"),
    "model_type": ("a mapping", "write it as `key: value` lines"),
    "model_attributes_type": ("a mapping", "write it as `key: value` lines"),
    "dict_type": ("a mapping", "write it as `id:` with indented `key: value` lines below"),
}
_VALUES = {
    "int_parsing": ("is no whole number", "write digits only"),
    "int_type": ("is no whole number", "write digits only"),
    "int_from_float": ("is no whole number", "write digits only"),
    "int_parsing_size": ("is no whole number of this world", "write the paragraph's number"),
    "float_parsing": ("is no number", "write degrees with a decimal point, such as 36.34"),
    "float_type": ("is no number", "write degrees with a decimal point, such as 36.34"),
    "finite_number": ("is no number", "write degrees with a decimal point, such as 36.34"),
    "bool_parsing": ("is neither true nor false", "write true or false"),
    "bool_type": ("is neither true nor false", "write true or false"),
    "greater_than_equal": ("is too small", "count paragraphs from 0; degrees run to -90 and -180"),
    "less_than_equal": ("is too large", "latitudes end at 90, longitudes at 180"),
    "iso_date": ("is no ISO date", "write it as 2022-05-03, 2022-05 or 2022; a period of `when` as from/to"),
    "web_address": ("is no web address", "write it whole, beginning with https://"),
    "string_pattern_mismatch": ("is no id", "use letters, digits and hyphens, without spaces"),
}


def faults(error: ValidationError, schema: Schema, value: Value) -> Iterator[Fault]:
    """Say every error of validating `value` against the file's JSON Schema."""
    for detail in error.errors(include_url=False):
        if detail["type"] != "too_short" or not detail["input"]:
            yield _fault(detail, schema, value)


def _fault(detail: ErrorDetails, schema: Schema, value: Value) -> Fault:
    return Fault(line_of(value, detail["loc"]), *_sentence(detail, schema))


def _sentence(detail: ErrorDetails, schema: Schema) -> tuple[str, str]:
    """Say what is wrong and what to do."""
    where, kind, typed = detail["loc"], detail["type"], detail["input"]
    where = where[:-1] if where[-1:] == ("[key]",) else where
    name = _named(where)
    match kind:
        case "extra_forbidden" if isinstance(typed, Mapping) and _is_key_of_an_id(where):
            said = f"unknown key {shown(where[-1])}", "if it is an id, write it at the left margin, with none above it"
        case "extra_forbidden":
            said = f"unknown key {shown(where[-1])}", suggest(str(where[-1]), keys_at(schema, where[:-1]))
        case "missing":
            said = f'"{where[-1]}" is missing or empty{_of(where[:-1])}', f"add `{where[-1]}: …`"
        case "too_short":
            said = f"{name} is an empty list", "add at least one item"
        case "string_too_short":
            said = f"{name} is empty", "write something there, or leave it out"
        case "literal_error":
            said = f"{name} can't be {shown(typed)}", suggest(str(typed), get_args(Basis))
        case _ if kind in _TYPES:
            said = f"{name} should be {_TYPES[kind][0]}, not {_kind_of(typed)}", _TYPES[kind][1]
        case _ if kind in _VALUES:
            said = f"{shown(typed)} in {name} {_VALUES[kind][0]}", _VALUES[kind][1]
        case _:
            said = f"{name} can't be used ({detail['msg']})", "see the example in README.md"
    return said


def _is_key_of_an_id(where: tuple[Step, ...]) -> bool:
    return len(where) == len(("id", "key")) and all(isinstance(step, str) for step in where)


def line_of(value: Value, where: tuple[Step, ...]) -> int:
    """Find the line of what stands at `where`, or of the nearest thing around it."""
    line = getattr(value, "line", 1)
    for step in where:
        inner: Value = None
        if isinstance(value, Mapping):
            key = next((key for key in value if key == step), None)
            line = line if key is None else key.line
            inner = None if key is None else value[key]
        elif isinstance(value, Listing) and isinstance(step, int) and step < len(value):
            inner = value[step]
            line = getattr(inner, "line", line)
        value = inner
    return line


def keys_at(schema: Schema, where: tuple[Step, ...]) -> list[str]:
    """List the keys that may stand at `where` in a file of this JSON Schema."""
    here = schema
    for step in where:
        inner = here.get("items", {}) if isinstance(step, int) else _property(here, step)
        here = schema.get("$defs", {}).get(inner.get("$ref", "").rpartition("/")[2], inner)
    return list(here.get("properties", {}))


def _property(schema: Schema, step: str) -> Schema:
    any_name: Schema = next(iter(schema.get("patternProperties", {}).values()), {})
    found: Schema = schema.get("properties", {}).get(step, any_name)
    return found


def _named(where: tuple[Step, ...]) -> str:
    names = [step for step in where if isinstance(step, str)]
    if not names:
        return "the file" if not where else f"item {int(where[-1]) + 1}"
    last = where[-1]
    return shown(names[-1]) if isinstance(last, str) else f"item {last + 1} of {shown(names[-1])}"


def _of(where: tuple[Step, ...]) -> str:
    return f" in {_named(where)}" if where else ""


def _kind_of(value: object) -> str:
    if value is None:
        return "empty"
    return {"dict": "a mapping", "Mapping": "a mapping", "list": "a list", "Listing": "a list"}.get(
        type(value).__name__, f"the text {shown(value)}"
    )
