"""What stops a run: each exception carries its exit code and the way out.

A bad *document* never raises: it becomes a finding. These are for a bad command, bad rules or a
machine that lacks something. Exit codes: `product.md`, "Commands".
"""


class DocscheckError(Exception):
    """A run that cannot start or go on; the message names the cause, `advice` the way out."""

    exit_code = 4

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


class UsageError(DocscheckError):
    """The arguments are wrong: no such folder, a file instead of a folder, an impossible date."""

    exit_code = 2


class RulebookError(DocscheckError):
    """A rule file is wrong; the message names the file, the key and the nearest known name."""

    exit_code = 2


class ComponentMissingError(DocscheckError):
    """A needed program, library or language pack is not installed."""

    exit_code = 3
