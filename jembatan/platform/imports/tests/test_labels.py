"""What people call the files of an import."""

import pytest

from jembatan.platform.imports.web.labels import short_names


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        ([], []),
        (["/tmp/upload/cards.vcf"], ["cards.vcf"]),
        (["mail/2025/a.mbox", "mail/b.mbox"], ["2025/a.mbox", "b.mbox"]),
        (["/etc/a.csv", "a.csv"], ["/etc/a.csv", "a.csv"]),
        (["a.csv", "a.csv"], ["a.csv", "a.csv"]),
    ],
)
def test_files_are_named_without_the_folders_they_share(paths: list[str], names: list[str]) -> None:
    assert short_names(paths) == names
