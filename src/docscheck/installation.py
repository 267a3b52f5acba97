"""What of docscheck is installed on this machine, and the command that brings what is not.

Facts only, found by importing libraries and looking for language data; no document is read. Paths
are left out: they may hold a name. What each thing is for is said in `messages/*/doctor.toml`.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from importlib import import_module, metadata

from msgspec import Struct, field

from docscheck.errors import ComponentMissingError
from docscheck.ocr import AUTO, DEFAULT_LANGUAGES, load_engine
from docscheck.ocr.tessdata import find_tessdata
from docscheck.scripts import SCRIPTS

_FEDORA_LIKE, _DEBIAN_LIKE = {"fedora", "rhel", "centos"}, {"debian", "ubuntu"}
_SCRIPT_DETECTION = "osd"


class System(StrEnum):
    """What software is installed with."""

    DEBIAN = "debian"
    FEDORA = "fedora"
    ARCH = "arch"
    MACOS = "macos"
    WINDOWS = "windows"
    OTHER = "other"


class Presence(StrEnum):
    """Whether something can be used."""

    THERE = "there"
    MISSING = "missing"
    BROKEN = "broken"
    """It is there, and does not work."""


class Component(Struct, frozen=True):
    """One thing that reading documents uses."""

    id: str
    """Key of its words: `component.<id>`; for language data, Tesseract's code of the language."""
    presence: Presence
    needed: bool
    """Whether documents are left unread, or misread, without it."""
    version: str | None = None
    script: str | None = None
    """ISO 15924 code of the letters that this language data reads."""
    install: str | None = None
    """The command for this system; `None` where there is no single one, or no need."""


class Diagnosis(Struct, frozen=True):
    """Everything `docscheck doctor` tells."""

    tool_version: str
    rules_edition: str
    python: str
    system: str
    """Name and version of the operating system."""
    components: tuple[Component, ...]
    test_page: Presence
    """`there` when a page drawn for it was read by the process that reads documents."""
    isolation: Mapping[str, str] = field(default_factory=dict)
    """As in `Report.isolation`."""

    @property
    def lacks(self) -> tuple[Component, ...]:
        """Give what is needed and cannot be used."""
        return tuple(c for c in self.components if c.needed and c.presence is not Presence.THERE)

    @property
    def is_fit(self) -> bool:
        """Say whether documents can be read here."""
        return not self.lacks and self.test_page is Presence.THERE


def this_system(
    name: str = sys.platform, release: Callable[[], Mapping[str, str]] | None = None
) -> System:
    """Tell what software is installed with on this machine.

    Args:
        name: as `sys.platform` gives it.
        release: gives os-release(5); asked on Linux only.

    >>> this_system("linux", lambda: {"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}).value
    'debian'
    """
    known = {"darwin": System.MACOS, "win32": System.WINDOWS}
    if name in known:
        return known[name]
    try:
        told = (release or platform.freedesktop_os_release)()
    except OSError:
        return System.OTHER
    family = {told.get("ID", ""), *told.get("ID_LIKE", "").split()}
    if family & _DEBIAN_LIKE:
        return System.DEBIAN
    if family & _FEDORA_LIKE:
        return System.FEDORA
    return System.ARCH if "arch" in family else System.OTHER


def system_name() -> str:
    """Name the operating system and its version."""
    name = platform.system()
    if name == "Darwin":
        return f"macOS {platform.mac_ver()[0]}"
    if name == "Linux":
        try:
            return platform.freedesktop_os_release()["PRETTY_NAME"]
        except (OSError, KeyError):
            return f"Linux {platform.release()}"
    return f"{name} {platform.release()}"


def components(system: System) -> Iterator[Component]:
    """Look for everything that reading documents uses, the most needed first."""
    yield _engine(system)
    for language in DEFAULT_LANGUAGES:
        yield _language(language, system, needed=True)
    for library in _LIBRARIES:
        yield library.look()
    yield _faces()
    yield _magic(system)
    yield _language(_SCRIPT_DETECTION, system)
    for script in SCRIPTS:
        yield _language(script.languages[0], system, script=script.code)


def install_languages(languages: tuple[str, ...], system: System) -> str | None:
    """Give one command that installs the data of several languages.

    >>> install_languages(("ara", "chi_sim"), System.DEBIAN)
    'sudo apt install tesseract-ocr-ara tesseract-ocr-chi-sim'
    """
    start, package = _LANGUAGE_DATA.get(system, ("", ""))
    if not start:
        return None
    if not package:
        return start
    names = (package.format(language, language.replace("_", "-")) for language in languages)
    return " ".join((start, *names))


def install_needed(system: System) -> str | None:
    """Give the one command that installs all the programs and data that are read with."""
    return _NEEDED.get(system)


_TESSERACT = {
    System.DEBIAN: "sudo apt install tesseract-ocr",
    System.FEDORA: "sudo dnf install tesseract",
    System.ARCH: "sudo pacman -S tesseract",
    System.MACOS: "brew install tesseract",
    System.WINDOWS: "winget install UB-Mannheim.TesseractOCR",
}
_LANGUAGE_DATA = {
    System.DEBIAN: ("sudo apt install", "tesseract-ocr-{1}"),
    System.FEDORA: ("sudo dnf install", "tesseract-langpack-{0}"),
    System.ARCH: ("sudo pacman -S", "tesseract-data-{0}"),
    System.MACOS: ("brew install tesseract-lang", ""),
    System.WINDOWS: ("winget install --interactive UB-Mannheim.TesseractOCR", ""),
}
"""How a command begins, and the name of a package; without one, all languages come at once."""
_LIBMAGIC = {
    System.DEBIAN: "sudo apt install libmagic1",
    System.FEDORA: "sudo dnf install file-libs",
    System.ARCH: "sudo pacman -S file",
    System.MACOS: "brew install libmagic",
}
_NEEDED = {
    System.DEBIAN: "sudo apt install tesseract-ocr tesseract-ocr-fra libmagic1",
    System.FEDORA: "sudo dnf install tesseract tesseract-langpack-fra file-libs",
    System.ARCH: "sudo pacman -S tesseract tesseract-data-fra file",
    System.MACOS: "brew install tesseract tesseract-lang libmagic",
    # The installer brings French only if it is ticked, hence the window.
    System.WINDOWS: "winget install --interactive UB-Mannheim.TesseractOCR",
}
"""Everything at once; the same lines as in docs/install.md."""


class _Library(Struct, frozen=True):
    id: str
    module: str
    distribution: str

    def look(self) -> Component:
        try:
            version = metadata.version(self.distribution)
        except metadata.PackageNotFoundError:
            return Component(self.id, Presence.MISSING, needed=True, install=_again())
        try:
            import_module(self.module)
        except (ImportError, OSError):
            return Component(
                self.id, Presence.BROKEN, needed=True, version=version, install=_again()
            )
        return Component(self.id, Presence.THERE, needed=True, version=version)


_LIBRARIES = (
    _Library("pdf_pages", "pypdfium2", "pypdfium2"),
    _Library("pdf_structure", "pikepdf", "pikepdf"),
    _Library("pictures", "PIL", "pillow"),
    _Library("image_processing", "cv2", "opencv-python-headless"),
    _Library("heic", "pi_heif", "pi-heif"),
    _Library("codes", "zxingcpp", "zxing-cpp"),
    _Library("languages", "py3langid", "py3langid"),
)


def _again() -> str:
    """Give the command that installs docscheck anew, with the tool that installed it."""
    place = sys.prefix.replace("\\", "/")
    if "/pipx/" in place:
        return "pipx reinstall docscheck"
    if "/uv/tools/" in place:
        return "uv tool install --reinstall docscheck"
    return "python -m pip install --force-reinstall docscheck"


def _engine(system: System) -> Component:
    try:
        version = load_engine(AUTO).version()
    except ComponentMissingError as error:
        if error.sentence == "engine_language":
            # The program is there: what lacks has a line of its own.
            return Component("engine", Presence.THERE, needed=True)
        broken = error.sentence == "engine_failed"
        presence = Presence.BROKEN if broken else Presence.MISSING
        return Component("engine", presence, needed=True, install=_TESSERACT.get(system))
    return Component("engine", Presence.THERE, needed=True, version=version)


def _language(
    language: str, system: System, *, needed: bool = False, script: str | None = None
) -> Component:
    try:
        find_tessdata((language,))
    except ComponentMissingError:
        install = install_languages((language,), system)
        return Component(language, Presence.MISSING, needed, script=script, install=install)
    return Component(language, Presence.THERE, needed, script=script)


def _faces() -> Component:
    try:
        from docscheck.pages.faces import FRONTAL, cascade

        cascade(FRONTAL)
    except ImportError:
        return Component("faces", Presence.MISSING, needed=False, install=_again())
    except ComponentMissingError:
        install = 'python -m pip install "opencv-python-headless<5"'
        return Component("faces", Presence.MISSING, needed=False, install=install)
    return Component("faces", Presence.THERE, needed=False)


def _magic(system: System) -> Component:
    try:
        import_module("magic")
    except (ImportError, OSError):
        return Component("magic", Presence.MISSING, needed=False, install=_LIBMAGIC.get(system))
    return Component("magic", Presence.THERE, needed=False)
