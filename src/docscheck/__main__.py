"""The door of the command line. `--version` is answered before anything else is loaded."""

import sys

_INTERRUPTED = 130


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        from docscheck import __version__

        sys.stdout.write(f"docscheck {__version__}\n")
        return
    try:
        from docscheck.cli import run

        code = run()
    except KeyboardInterrupt:
        # While it was still loading, or already leaving: there is nothing to say yet, or any more.
        code = _INTERRUPTED
    sys.exit(code)


if __name__ == "__main__":
    if not sys.flags.safe_path:
        # `python -m docscheck` looks for modules in the current folder first, which may well be
        # the one that is checked: nothing in it is ever run (R12).
        del sys.path[0]
    main()
