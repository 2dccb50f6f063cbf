"""Timefold's jars and a Java that compiles, found on this machine, or one sentence on how to get them; our program compiled against them.

The jars are inside the `timefold` wheel, of which nothing else is used: it need not run, and JPype is not needed.
"""

import shutil
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

SOURCE = Path(__file__).with_name("timefold")
JARS = Path("timefold", "solver", "jars")
# The wheel's own settings of the log speak to Python; the rest are for tests.
LEFT_OUT = ("timefold-solver-python", "timefold-solver-test", "jpyinterpreter", "junit", "mockito", "assertj")
OLDEST_JAVA = 17
GET_JAVA = f"There is no Java {OLDEST_JAVA} that compiles: install one (Debian: openjdk-17-jdk-headless) and see that `javac` is found."
GET_TIMEFOLD = (
    "There is no Timefold: fetch its wheel by `pip download --no-deps timefold==1.24.0b0` and name it by --wheel, "
    "or install it here by `pip install --no-deps timefold==1.24.0b0`."
)


def compiled(wheel: Path | None, folder: Path) -> list[str]:
    """The command that begins our program, built in `folder`, up to its own words; ends with a sentence where something is absent."""
    java, javac = shutil.which("java"), shutil.which("javac")
    if java is None or javac is None or _version(javac) < OLDEST_JAVA:
        sys.exit(GET_JAVA)
    jars = [path for path in _jars(wheel, folder).glob("*.jar") if not path.name.startswith(LEFT_OUT)]
    if not jars:
        sys.exit(GET_TIMEFOLD)
    classes = folder / "classes"
    path = ":".join(map(str, [classes, *sorted(jars)]))
    sources = [str(each) for each in sorted(SOURCE.glob("*.java"))]
    subprocess.run([javac, "-proc:none", "-cp", path, "-d", str(classes), *sources], check=True)
    return [java, "-Xmx6g", "-XX:+UseSerialGC", "-cp", path, "Main"]


def _version(javac: str) -> int:
    """`javac 17.0.15` is 17."""
    said = subprocess.run([javac, "-version"], capture_output=True, text=True, check=True)
    numbers = (said.stdout or said.stderr).split()[-1].split(".")
    return int(numbers[0]) if numbers[0].isdigit() else 0


def _jars(wheel: Path | None, folder: Path) -> Path:
    """The folder of jars: unpacked from the wheel that is named, else in the package that is installed."""
    if wheel is not None:
        if not zipfile.is_zipfile(wheel):
            sys.exit(f"{wheel} is no wheel. {GET_TIMEFOLD}")
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(folder, [name for name in packed.namelist() if name.endswith(".jar")])
        return folder / JARS
    found = find_spec("timefold")
    places = [] if found is None else list(found.submodule_search_locations or [])
    return Path(places[0]).parent / JARS if places else folder / JARS
