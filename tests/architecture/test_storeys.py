"""What import contracts cannot see: references by name go down too, in models, templates and addresses."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.template import engines
from django.urls import get_resolver

from tests.architecture.house import HOUSE, domain_of, files, may_use, storeys

URL_TAG = re.compile(r"""{%\s*url\s+["']([\w-]+):([\w-]+)["']""")
INCLUDE_TAG = re.compile(r"""{%\s*(?:include|extends)\s+["']([\w-]+)/""")
REVERSE = re.compile(r"""(?:reverse|reverse_lazy|redirect|resolve_url)\(\s*["']([\w-]+):""")
PLATFORM = {"ui", "search", "audit", "imports", "files", "guide", "jobs"}


def _domain(name: str) -> str | None:
    """The domain behind an app label or a namespace; None for a library's."""
    if name in PLATFORM:
        return "platform"
    return name if name in storeys() else None


def _offences(pattern: re.Pattern[str], glob: str) -> list[str]:
    return [
        f"{path.relative_to(HOUSE)}: {match[0]}"
        for path in files(glob)
        if "tests" not in path.parts
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
        if (used := _domain(match[1])) and not may_use(domain_of(path), used)
    ]


def test_every_folder_of_the_house_is_a_domain() -> None:
    folders = {path.name for path in HOUSE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(storeys())


def test_foreign_keys_go_down() -> None:
    offences = []
    for model in apps.get_models():
        domain = _domain(model._meta.app_label)
        for field in model._meta.get_fields():
            if domain is None or not getattr(field, "concrete", False) or not field.related_model:
                continue
            if "history" in field.name or field.name.startswith("pgh_"):
                continue
            related = field.related_model
            used = _domain(related._meta.app_label) if not isinstance(related, str) else None
            by_setting = isinstance(related, type) and related._meta.label in {
                "accounts.User",
                "accounts.Desk",
            }
            if used and not may_use(domain, used) and not by_setting:
                offences.append(f"{model._meta.label}.{field.name} -> {related}")
    assert offences == []


def test_addresses_in_templates_go_down() -> None:
    assert _offences(URL_TAG, "*.html") == []


def test_templates_include_and_extend_downwards() -> None:
    assert _offences(INCLUDE_TAG, "*.html") == []


def test_addresses_in_code_go_down() -> None:
    assert _offences(REVERSE, "*.py") == []


def test_every_address_in_templates_exists() -> None:
    known = {
        f"{namespace}:{name}"
        for namespace, (_prefix, resolver) in get_resolver().namespace_dict.items()
        for name in resolver.reverse_dict
        if isinstance(name, str)
    }
    unknown = [
        f"{path.relative_to(HOUSE)}: {match[1]}:{match[2]}"
        for path in files("*.html")
        for match in URL_TAG.finditer(path.read_text(encoding="utf-8"))
        if _domain(match[1]) and f"{match[1]}:{match[2]}" not in known
    ]
    assert unknown == []


@pytest.mark.parametrize("path", files("*.html"), ids=lambda path: str(path.relative_to(HOUSE)))
def test_template_compiles(path: Path) -> None:
    name = str(path).split("/templates/", 1)[1]
    assert engines["django"].get_template(name)
