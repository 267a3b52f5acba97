"""What supervisor and worker say to each other: JSON of closed shape, checked on arrival.

The worker has parsed a hostile file and may no longer be itself, so its answer is decoded against
the types of `docscheck.document` and refused when anything is out of shape
(`reliability.md` §4, point 6).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct, field

from docscheck.document import Examined

MAX_REQUEST_BYTES = 60_000_000
"""A file of the largest size accepted, and its header."""


class Setup(Struct, frozen=True):
    """The greeting of a worker: everything that is the same for all files of a run."""

    rules: Mapping[str, Any]
    """The parsed rule files, as `rulebook.load.read` gives them."""
    engine: str
    """Name of the OCR engine, or `auto`."""
    today: date


class Request(Struct, frozen=True):
    """One file to examine; its bytes follow in a frame of their own. Its name stays behind."""

    extension: str


class Reply(Struct, frozen=True):
    """What one file turned out to be."""

    media_type: str | None
    examined: Examined
    versions: Mapping[str, str]
    """Library or engine -> version, for those that took part."""
    missing: str = ""
    """`errors.toml`'s name for the component that reading needs and this machine lacks."""
    missing_params: Mapping[str, str] = field(default_factory=dict)


def encode(message: Setup | Request | Reply) -> bytes:
    """Give the JSON of a message."""
    return msgspec.json.encode(message)


def decode_setup(payload: bytes) -> Setup:
    """Decode the greeting; the supervisor is trusted."""
    return msgspec.json.decode(payload, type=Setup)


def decode_request(payload: bytes) -> Request:
    """Decode a request; the supervisor is trusted."""
    return msgspec.json.decode(payload, type=Request)


def decode_reply(payload: bytes) -> Reply:
    """Decode an answer.

    Raises:
        ValueError: it is not JSON of the shape of `Reply`.
    """
    return msgspec.json.decode(payload, type=Reply)
