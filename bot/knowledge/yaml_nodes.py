"""Strict YAML: text stays text, every value knows its line, and what YAML would let slip is a fault.

The parser's events are built straight into values, without recursion and without resolving types: `no`, `yes` and
`2022-05-03` are the text that was typed, and the schema says what is a number. Aliases are refused, so a few lines
can't expand into millions.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.knowledge.nearest import shown
from bot.knowledge.yaml_faults import Fault, bad_character, broken_syntax

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from yaml.events import AliasEvent, CollectionStartEvent, Event, ScalarEvent

DEEPEST = 12
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Text(str):
    """A scalar as it was typed, with its line (from 1)."""

    __slots__ = ("line",)
    line: int


class Mapping(dict["Text", "Value"]):
    """A mapping in the order it was typed, with the line of its first key."""

    __slots__ = ("line",)
    line: int


class Listing(list["Value"]):
    """A list with the line it begins on."""

    __slots__ = ("line",)
    line: int


Value = Text | Mapping | Listing | None


@dataclass(slots=True)
class Document:
    """A file's value and its faults.

    `broken` when the file could not be read to its end, `partial` when a list that it holds was replaced by a second.
    """

    value: Value = None
    faults: list[Fault] = field(default_factory=list)
    broken: bool = False
    partial: bool = False


def parse(text: str) -> Document:
    """Read one YAML document; never raises, whatever the text holds."""
    import yaml  # noqa: PLC0415 - kept out of import time

    builder = _Builder()
    try:
        builder.build(yaml.parse(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except _TooMuchError as stop:
        builder.stop(stop.fault)
    except yaml.MarkedYAMLError as error:
        builder.stop(broken_syntax(text, error))
    except yaml.reader.ReaderError as error:
        builder.stop(bad_character(text, error))
    return builder.document


class _TooMuchError(Exception):
    """Stops the reading of a document that can't be one of ours."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


class _Builder:
    """Builds values out of parser events; `open` are the containers not yet closed, `keys` the key each waits with."""

    def __init__(self) -> None:
        self.document = Document()
        self.open: list[Mapping | Listing] = []
        self.keys: list[Text | None] = []
        self.documents = 0

    def build(self, events: Iterator[Event]) -> None:
        """Take every event in turn."""
        take: dict[str, Callable[[Any], None]] = {
            "ScalarEvent": self._scalar,
            "MappingStartEvent": self._mapping,
            "SequenceStartEvent": self._listing,
            "MappingEndEvent": self._close,
            "SequenceEndEvent": self._close,
            "AliasEvent": self._alias,
            "DocumentStartEvent": self._begin,
        }
        for event in events:
            if handle := take.get(type(event).__name__):
                handle(event)

    def stop(self, fault: Fault) -> None:
        """Give the document up with its last fault."""
        self.document.faults.append(fault)
        self.document.broken = True

    def _begin(self, event: Event) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _TooMuchError(
                Fault(_line(event), "a second document begins here", "remove the line of dashes, or make it a file")
            )

    def _scalar(self, event: ScalarEvent) -> None:
        self._refuse_marks(event)
        raw: str = event.value
        if event.style is None and raw in _NULLS and not self._expects_key():
            self._put(None, event)
            return
        text = Text(raw)
        text.line = _line(event)
        self._put(text, event)

    def _mapping(self, event: CollectionStartEvent) -> None:
        self._open(Mapping(), event)

    def _listing(self, event: CollectionStartEvent) -> None:
        self._open(Listing(), event)

    def _open(self, container: Mapping | Listing, event: CollectionStartEvent) -> None:
        self._refuse_marks(event)
        if len(self.open) >= DEEPEST:
            raise _TooMuchError(
                Fault(_line(event), "lists or mappings nested too deeply", "no key needs so many levels")
            )
        if self._expects_key():
            raise _TooMuchError(
                Fault(_line(event), "a list or mapping stands where a key should", "write it as `key: value`, quoted")
            )
        container.line = _line(event)
        self._put(container, event)
        self.open.append(container)
        self.keys.append(None)

    def _close(self, _: Event) -> None:
        self.open.pop()
        self.keys.pop()

    def _alias(self, event: AliasEvent) -> None:
        self._fault(
            event,
            f"the alias {shown(f'*{event.anchor}')} is not allowed",
            "write the value out, or quote a text with *",
        )
        text = Text(f"*{event.anchor}")
        text.line = _line(event)
        self._put(text, event)

    def _expects_key(self) -> bool:
        return bool(self.open) and isinstance(self.open[-1], Mapping) and self.keys[-1] is None

    def _put(self, value: Value, event: Event) -> None:
        if not self.open:
            self.document.value = value
            return
        container = self.open[-1]
        if isinstance(container, Listing):
            container.append(value)
        elif (key := self.keys[-1]) is None:
            self.keys[-1] = self._new_key(container, value, event)
        else:
            container[key] = value
            self.keys[-1] = None

    def _new_key(self, mapping: Mapping, value: Value, event: Event) -> Text:
        assert isinstance(value, Text)  # noqa: S101 - _open and _scalar let nothing else through
        if value in mapping:
            first = next(key.line for key in mapping if key == value)
            self.document.partial |= isinstance(mapping[value], Listing)
            self._fault(
                event, f"the key {shown(value)} stands here a second time", f"keep one; the first is in line {first}"
            )
        return value

    def _refuse_marks(self, event: ScalarEvent | CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._fault(
                event,
                f"the anchor {shown(f'&{event.anchor}')} is not allowed",
                "write the value out, or quote a text with &",
            )
        if event.tag is not None and event.tag != "!":
            self._fault(event, f"the tag {shown(event.tag)} is not allowed", "leave it out, or quote a text with !")

    def _fault(self, event: Event, what: str, remedy: str) -> None:
        self.document.faults.append(Fault(_line(event), what, remedy))


def _line(event: Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
