"""The door of the command line. `--version` is answered before anything else is loaded."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        from docscheck import __version__

        sys.stdout.write(f"docscheck {__version__}\n")
        return
    from docscheck.cli import run

    sys.exit(run())


if __name__ == "__main__":
    main()
