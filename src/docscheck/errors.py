"""What stops a run: each exception carries its exit code and the name of its sentence.

A bad *document* never raises: it becomes a finding. These are for a bad command, bad rules or a
machine that lacks something. The sentences stand in `messages/*/errors.toml`, under
`error.<sentence>` what happened and under `error.<sentence>.advice` the way out; the command line
speaks them in the reader's language. Exit codes: `product.md`, "Commands".
"""

from __future__ import annotations

from collections.abc import Mapping


class DocscheckError(Exception):
    """A run that cannot start or go on."""

    exit_code = 4
    heading = "error.heading"
    """Key in `errors.toml` of the word before the sentence."""

    def __init__(
        self, sentence: str, params: Mapping[str, str] | None = None, detail: str = ""
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        """Key in `errors.toml`, without `error.`."""
        self.params = dict(params or {})
        """Placeholders of the sentence and of its advice."""
        self.detail = detail
        """For maintainers, in English, shown under the sentence; may be empty."""

    def __str__(self) -> str:
        """Give sentence, parameters and detail as developers read them."""
        params = ", ".join(f"{name}={value}" for name, value in self.params.items())
        return ": ".join(filter(None, (self.sentence, params, self.detail)))


class UsageError(DocscheckError):
    """The arguments are wrong: no such folder, a file instead of a folder, an impossible date."""

    exit_code = 2


class RulebookError(DocscheckError):
    """A rule file is wrong; `detail` names the file, the key and the nearest known name."""

    exit_code = 2

    def __init__(self, detail: str) -> None:
        super().__init__("rules", detail=detail)


class PartialReportError(DocscheckError):
    """The check was interrupted, and what had been read until then was reported."""

    exit_code = 130
    heading = "interrupted.heading"

    def __init__(self, files_read: int, files: int) -> None:
        super().__init__("partial", {"read": str(files_read), "files": str(files)})


class InterruptedBatchError(DocscheckError):
    """A batch was interrupted; the same command goes on from what its ledger holds."""

    exit_code = 130
    heading = "interrupted.heading"

    def __init__(self, out: str) -> None:
        super().__init__("batch_interrupted", {"path": out})


class InterruptedPreparationError(DocscheckError):
    """A preparation was interrupted; nothing was written."""

    exit_code = 130
    heading = "interrupted.heading"

    def __init__(self, out: str) -> None:
        super().__init__("prepare_interrupted", {"path": out})


class ComponentMissingError(DocscheckError):
    """A needed program, library or language pack is not installed."""

    exit_code = 3
    SENTENCES = ("engine_missing", "engine_language", "engine_failed", "faces_missing")
    """What can be missing, by its sentence in `errors.toml`: a worker may claim nothing else."""
