"""What is said to be saved outlives a loss of power: the disk has contents before names, and names before rows."""

import os
from pathlib import Path

import pytest

from jembatan.platform.files.storage import WholeFileStorage


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Path]]:
    """What is asked of the system, in order: ("sync", file or folder) and ("name", the new name)."""
    order: list[tuple[str, Path]] = []
    fsync, replace = os.fsync, os.replace

    def told_fsync(descriptor: int) -> None:
        order.append(("sync", Path(f"/proc/self/fd/{descriptor}").readlink()))
        fsync(descriptor)

    def told_replace(old: Path, new: Path) -> None:
        order.append(("name", Path(new)))
        assert ("sync", Path(old)) in order
        replace(old, new)

    monkeypatch.setattr(os, "fsync", told_fsync)
    monkeypatch.setattr(os, "replace", told_replace)
    return order


def test_folder_is_safe_after_the_names_in_it(tmp_path: Path, asked: list[tuple[str, Path]]) -> None:
    (tmp_path / "aa").mkdir()
    storage = WholeFileStorage(tmp_path)

    storage.save_all({"aa/1": b"satu", "aa/2": b"dua"})

    assert [what for what, _path in asked] == ["sync", "sync", "name", "name", "sync"]
    assert asked[-1] == ("sync", tmp_path / "aa")
    assert [(tmp_path / "aa" / name).read_bytes() for name in "12"] == [b"satu", b"dua"]


def test_new_folder_is_safe_in_the_one_above(tmp_path: Path, asked: list[tuple[str, Path]]) -> None:
    WholeFileStorage(tmp_path / "files").save_all({"ab/1": b"satu"})

    last_name = max(at for at, (what, _path) in enumerate(asked) if what == "name")
    after = {path for _what, path in asked[last_name + 1 :]}
    assert after == {tmp_path / "files" / "ab", tmp_path / "files", tmp_path}


def test_nothing_is_written_for_nothing(tmp_path: Path, asked: list[tuple[str, Path]]) -> None:
    WholeFileStorage(tmp_path).save_all({})

    assert asked == []


def test_file_that_the_disk_refuses_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        WholeFileStorage(tmp_path).save_all({"aa/1": b"satu", "bb/2": b"dua"})

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
