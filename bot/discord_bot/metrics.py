"""What the service counts, in the form that Prometheus reads. Nothing here holds a question or a person.

Everything is seen from outside: requests through aiohttp's own trace, answers through discord.py's events, and the rest
is looked up when somebody asks.
"""

from __future__ import annotations

import re
from collections import deque
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

import discord
from aiohttp import TraceConfig, TraceRequestEndParams
from prometheus_client import CollectorRegistry, Counter, Histogram, disable_created_metrics, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.gc_collector import GCCollector
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from bot import __version__
from bot.discord_bot.status import Phase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prometheus_client.metrics_core import Metric

    from bot.app import Desk
    from bot.discord_bot.client import FootnoteBot
    from bot.discord_bot.status import Status
    from bot.model.reply import Reply

_CALLBACK = re.compile(r"/interactions/(\d+)/[^/]+/callback$")
_WITHOUT_TOKEN = re.compile(r"/(?:interactions|webhooks)/\d+/")
_TYPED = 500  # suggestions on their way at most
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0)


class Metrics:
    """The counters of one service; they outlive the clients that it goes through."""

    def __init__(self, status: Status, desk: Desk) -> None:
        disable_created_metrics()  # type: ignore[no-untyped-call] # when each counter was first used is of interest to nobody
        self.registry = CollectorRegistry()
        self.registry.register(_Present(status, desk))
        self._status = status
        self._requests = Counter(
            "footnote_discord_requests", "Requests to Discord's API", ["method", "status"], registry=self.registry
        )
        self._answers = Counter("footnote_answers", "Answers given, by outcome", ["outcome"], registry=self.registry)
        self._first = Histogram(
            "footnote_first_response_seconds",
            "From an interaction's making, by Discord's clock, to the first response that Discord took",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._suggestion = Histogram(
            "footnote_suggestion_seconds",
            "The same for what is suggested to who types",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._unanswered = Counter("footnote_unanswered", "What failed and was apologised for", registry=self.registry)
        self._put_off = Counter("footnote_put_off", "Questions that came too soon", registry=self.registry)
        self._suggesting: deque[int] = deque(maxlen=_TYPED)
        ProcessCollector(registry=self.registry)
        GCCollector(registry=self.registry)

    def page(self) -> bytes:
        """Everything, as Prometheus reads it."""
        return generate_latest(self.registry)

    def follow(self, bot: FootnoteBot) -> None:
        """Count what a fresh client does; call it before the client logs in."""
        trace = TraceConfig()
        trace.on_request_end.append(self._responded)
        bot.http.http_trace = trace

        async def on_answered(reply: Reply) -> None:
            self._answers.labels(reply.outcome).inc()

        async def on_unanswered() -> None:
            self._unanswered.inc()

        async def on_put_off() -> None:
            self._put_off.inc()

        async def on_suggesting(interaction: int) -> None:
            self._suggesting.append(interaction)

        for listener in (on_answered, on_unanswered, on_put_off, on_suggesting):
            bot.event(listener)

    async def _responded(self, _: object, __: object, request: TraceRequestEndParams) -> None:
        path, status = request.url.path, request.response.status
        self._requests.labels(request.method, str(status)).inc()
        if found := _CALLBACK.search(path):
            if status < HTTPStatus.BAD_REQUEST:
                self._took(int(found[1]))
        elif status == HTTPStatus.UNAUTHORIZED and self._status.been_ready and not _WITHOUT_TOKEN.search(path):
            # A token that served and no longer does was revoked; the gateway may take its time to notice.
            self._status.revoked.set()

    def _took(self, interaction: int) -> None:
        kind = self._suggestion if interaction in self._suggesting else self._first
        made = discord.utils.snowflake_time(interaction)
        kind.observe(max(0.0, (datetime.now(UTC) - made).total_seconds()))


class _Present(Collector):
    """What is so at the moment when somebody asks."""

    def __init__(self, status: Status, desk: Desk) -> None:
        self._status, self._desk = status, desk

    def collect(self) -> Iterator[Metric]:
        """Look it up."""
        status = self._status
        yield _info()
        yield GaugeMetricFamily("footnote_ready", "1 while every shard is connected", status.phase is Phase.READY)
        yield GaugeMetricFamily("footnote_shards", "Shards that Discord asks for", status.shards)
        yield GaugeMetricFamily("footnote_shards_up", "Shards that are connected", len(status.up))
        yield CounterMetricFamily("footnote_gateway_cuts", "Connections that were cut", status.cuts)
        yield CounterMetricFamily("footnote_gateway_resumes", "Connections that were resumed", status.resumes)
        yield _latency(status.bot)
        if status.learnt:
            entries = sum(len(pack.entries) for pack in self._desk.answerer.packs)
            broken = bool(self._desk.problem)
            yield GaugeMetricFamily("footnote_entries", "Entries that can be answered", entries)
            yield GaugeMetricFamily("footnote_packs_broken", "1 while a changed pack can't be loaded", broken)


def _info() -> Metric:
    info = GaugeMetricFamily("footnote_info", "Which version this is", labels=["version"])
    info.add_metric([__version__], 1)
    return info


def _latency(bot: FootnoteBot | None) -> Metric:
    gauge = GaugeMetricFamily("footnote_gateway_latency_seconds", "Heartbeat to its acknowledgement", labels=["shard"])
    pairs: list[tuple[int, float]] = bot.latencies if bot else []
    for shard, seconds in pairs:
        gauge.add_metric([str(shard)], seconds)
    return gauge
