"""Why a file could not be read, how far its reading came, and how the process ended that read it.

Three closed vocabularies, told in `document.Examined` and judged by `checkers.readable`.
"""

from __future__ import annotations

from enum import StrEnum


class Trouble(StrEnum):
    """Why a file could not be read; a closed vocabulary, judged by `checkers.readable`."""

    EMPTY = "empty"
    CORRUPT = "corrupt"
    ENCRYPTED = "encrypted"
    UNSUPPORTED = "unsupported"
    TOO_LARGE = "too_large"
    TOO_MANY_PAGES = "too_many_pages"
    LIMIT = "limit"
    """A limit other than size or pages: pixels, memory."""
    TIMEOUT = "timeout"
    CRASH = "crash"
    """The worker that read it died, or failed in a way nobody foresaw."""
    UNREADABLE = "unreadable"
    """The operating system refused to open it."""
    INTERRUPTED = "interrupted"
    """Nobody read it to the end: the check was stopped before. Never a worker's to say."""


class Stage(StrEnum):
    """How far the reading of a file had come."""

    IDENTIFY = "identify"
    """What kind of file is it?"""
    STRUCTURE = "structure"
    """Opened as such, and its pages counted."""
    PAGE = "page"
    """A page drawn or decoded, and looked at."""
    OCR = "ocr"
    """Its words read, and all that follows on that page."""


class Ending(StrEnum):
    """How the process ended that read a file, where it gave no answer."""

    MEMORY_FAULT = "memory_fault"
    """SIGSEGV, SIGBUS."""
    GAVE_UP = "gave_up"
    """SIGABRT: a library found itself in a state that must not be."""
    BROKEN_CODE = "broken_code"
    """SIGILL, SIGFPE, SIGTRAP, SIGSYS."""
    SIGNAL = "signal"
    """Any other signal."""
    EXITED = "exited"
    """It left by itself."""
    SILENT = "silent"
    """It closed its pipe or was killed from outside, which nobody can tell apart."""
    NONSENSE = "nonsense"
    """Its answer was too long, or not of the agreed shape."""
    ERROR = "error"
    """It lives, and told of an error that nobody foresaw."""


MEMORY = "memory"
"""`Examined.detail` where a `LIMIT` was that of memory."""
