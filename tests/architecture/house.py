"""The house as data: the storeys, from the ground up, as the import contracts in pyproject.toml name them."""

import tomllib
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
HOUSE = PROJECT / "jembatan"


@cache
def storeys() -> dict[str, int]:
    """Each domain's height; siblings stand on one storey."""
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    layers: list[str] = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    return {
        domain.strip(): height for height, layer in enumerate(reversed(layers)) for domain in layer.split("|")
    }


def domain_of(path: Path) -> str:
    """The domain that a file belongs to."""
    return path.relative_to(HOUSE).parts[0]


def may_use(user: str, used: str) -> bool:
    """Whether `user` may know `used`: itself, or anything on a lower storey."""
    return user == used or storeys()[used] < storeys()[user]


def files(pattern: str) -> list[Path]:
    """Files of the house by pattern; migrations and built files are left out."""
    return [
        path
        for path in sorted(HOUSE.rglob(pattern))
        if not {"migrations", "built", "node_modules", "__pycache__"} & set(path.parts)
    ]
