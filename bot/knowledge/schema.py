"""The keys of every file of a pack, as pydantic models: the one place that says what an editor may write.

A key left empty counts as left out. Limits of length are no business of the loader: `check` finds them.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any, Final

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    model_validator,
)
from pydantic_core import PydanticCustomError

from bot.model.entries import Basis

_MONTH: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
_ID: Final = r"^\w[\w.-]*$"


def _is_date(text: str) -> str:
    """Let pass a year, a month, a day or a moment in ISO 8601."""
    if _MONTH.fullmatch(text):
        return text
    try:
        (date if len(text) <= len("2022-05-03") else datetime).fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("iso_date", "is no ISO date") from None
    return text


def _is_period(text: str) -> str:
    """Let pass a date, or two with a slash between them."""
    parts = text.split("/")
    if len(parts) > 2:  # noqa: PLR2004 - from/to
        raise PydanticCustomError("iso_date", "is no ISO date")
    for part in parts:
        _is_date(part)
    return text


def _is_web_address(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]\S*", text):
        raise PydanticCustomError("web_address", "is no web address")
    return text


def _one_or_many(value: object) -> object:
    """Let one name stand for a list of one."""
    return [value] if isinstance(value, str) else value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(strip_whitespace=True, pattern=_ID)]
Date = Annotated[Text, AfterValidator(_is_date)]
Period = Annotated[Text, AfterValidator(_is_period)]
Url = Annotated[Text, AfterValidator(_is_web_address)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_one_or_many)]
Texts = tuple[Text, ...]


class Keys(BaseModel):
    """A mapping with just these keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _leave_out_the_empty(cls, data: Any) -> Any:  # noqa: ANN401 - whatever was typed
        if not isinstance(data, dict):
            return data
        known = _keys_of(cls)
        return {key: value for key, value in data.items() if not (key in known and _is_blank(value))}


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _keys_of(model: type[BaseModel]) -> frozenset[str]:
    return frozenset(field.alias or name for name, field in model.model_fields.items())


class PackKeys(Keys):
    """pack.yaml: what the pack is about."""

    id: Id
    title: Text
    language: Text = "en"
    covers: Text | None = None
    as_of: Date | None = None
    review_by: Date | None = None
    greeting: Text = ""
    about: Text = ""


class SourceKeys(Keys):
    """One source of sources.yaml; `read: false` for one that we know only through another."""

    title: Text
    publisher: Text
    url: Url
    kind: Text = "article"
    published: Date | None = None
    accessed: Date | None = None
    reports_on: Id | None = None
    read: bool = True
    author: Text | None = None


class TermKeys(Keys):
    """One term of glossary.yaml."""

    name: Text | None = None
    aliases: Texts = ()
    kind: Text = "term"
    line: Text = ""
    lat: Annotated[float | None, Field(ge=-90, le=90, allow_inf_nan=False)] = None
    lon: Annotated[float | None, Field(ge=-180, le=180, allow_inf_nan=False)] = None
    role: Text | None = None


class CiteKeys(Keys):
    """One passage that proves an answer."""

    source: Id
    paragraph: Annotated[int | None, Field(ge=0)] = None
    quote: Text | None = None
    said_by: Id | None = None
    verb: Text | None = None
    basis: Basis = "background"
    hedge: Text | None = None


class EntryKeys(Keys):
    """One question with its answer."""

    id: Id
    question: Text
    also: Texts = ()
    not_: Annotated[Texts, Field(alias="not")] = ()
    short: Text = ""
    answer: Text
    cites: Annotated[tuple[CiteKeys, ...], Field(min_length=1)]
    facts: Ids = ()
    see: Ids = ()
    reviewed: Date | None = None


class FactKeys(Keys):
    """One dated or placed statement."""

    id: Id
    states: Text
    asks: Texts = ()
    when: Period | None = None
    where: Ids = ()
    who: Ids = ()
    cites: tuple[CiteKeys, ...] = ()


class GapKeys(Keys):
    """One thing that the report does not say."""

    id: Id
    about: Text = ""
    asks: Texts = ()
    says: Text
    see: Ids = ()


class QaFile(Keys):
    """qa/<topic>.yaml."""

    topic: Text
    entries: Annotated[tuple[EntryKeys, ...], Field(min_length=1)]


class FactsFile(Keys):
    """facts/<topic>.yaml."""

    topic: Text | None = None
    facts: tuple[FactKeys, ...]


class GapsFile(Keys):
    """gaps.yaml."""

    gaps: tuple[GapKeys, ...]


def adapter(path: str) -> TypeAdapter[Any]:
    """Choose the schema of a file by its path inside the pack."""
    return _ADAPTERS[path if path in _ADAPTERS else path.partition("/")[0]]


def json_schemas() -> dict[str, dict[str, Any]]:
    """Describe every kind of file in JSON Schema, for editors' completion; by name (`pack`, `qa` …)."""
    return {name.removesuffix(".yaml"): one.json_schema() for name, one in _ADAPTERS.items()}


_ADAPTERS: Final[dict[str, TypeAdapter[Any]]] = {
    "pack.yaml": TypeAdapter(PackKeys),
    "sources.yaml": TypeAdapter(dict[Id, SourceKeys]),
    "glossary.yaml": TypeAdapter(dict[Id, TermKeys]),
    "gaps.yaml": TypeAdapter(GapsFile),
    "qa": TypeAdapter(QaFile),
    "facts": TypeAdapter(FactsFile),
}
