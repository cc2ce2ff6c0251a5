"""The gateway's transport compression: one stream a connection, flushed after each message."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Packing = "Callable[[bytes], bytes]"


def packing(compress: str | None) -> Callable[[bytes], bytes] | None:
    """Give what packs one message after another for a connection's `compress` parameter; None where it has none."""
    return {"zlib-stream": _zlib, "zstd-stream": _zstd}[compress]() if compress else None


def _zlib() -> Callable[[bytes], bytes]:
    stream = zlib.compressobj()
    return lambda message: stream.compress(message) + stream.flush(zlib.Z_SYNC_FLUSH)


def _zstd() -> Callable[[bytes], bytes]:
    import zstandard  # noqa: PLC0415 - only where the client speaks it

    stream = zstandard.ZstdCompressor().compressobj()
    return lambda message: stream.compress(message) + stream.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
