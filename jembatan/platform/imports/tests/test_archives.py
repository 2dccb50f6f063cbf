"""Archives: unpacked inside their folder, links left out, bombs refused, whatever is broken said in a sentence."""

import contextlib
import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.platform.imports.actions.plan import plan
from jembatan.platform.imports.actions.run import import_now, run
from jembatan.platform.imports.archives import Budget, CannotUnpack, unpack
from jembatan.platform.imports.tests.letters import LettersImporter


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    """A zip with exactly these member names."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def files_below(folder: Path) -> dict[str, bytes]:
    """Names and contents."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_names_that_climb_out_stay_inside(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", {"../../up.txt": b"1", "/root.txt": b"2", "a\\b.txt": b"3"})
    folder = tmp_path / "out"
    folder.mkdir()

    unpack(archive, folder, budget=Budget())

    assert files_below(folder) == {"a/b.txt": b"3", "root.txt": b"2", "up.txt": b"1"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "out"]


def test_two_members_of_one_name_are_both_kept(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", {"x/../a.txt": b"1", "a.txt": b"2", "a.txt/b.txt": b"3"})
    (folder := tmp_path / "out").mkdir()

    unpack(archive, folder, budget=Budget())

    assert sorted(files_below(folder).values()) == [b"1", b"2", b"3"]


def test_links_in_a_tar_are_left_out_and_named(tmp_path: Path) -> None:
    archive = tmp_path / "a.tar.gz"
    with tarfile.open(archive, "w:gz") as opened:
        link = tarfile.TarInfo("passwords")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        opened.addfile(link)
        letter = tarfile.TarInfo("a.letters")
        letter.size = 5
        opened.addfile(letter, io.BytesIO(b"alpha"))
    (folder := tmp_path / "out").mkdir()

    left_out = unpack(archive, folder, budget=Budget())

    assert left_out == ["passwords"]
    assert files_below(folder) == {"a.letters": b"alpha"}


def test_a_bomb_is_refused_by_what_it_writes_not_by_what_it_says(tmp_path: Path) -> None:
    archive = tmp_path / "bomb.gz"
    archive.write_bytes(gzip.compress(b"0" * 5_000_000))
    (folder := tmp_path / "out").mkdir()

    with pytest.raises(CannotUnpack):
        unpack(archive, folder, budget=Budget(size=1_000_000))


@given(content=st.binary(max_size=400), ending=st.sampled_from([".zip", ".tar", ".tgz", ".gz", ".tar.xz"]))
def test_whatever_the_bytes_nothing_but_a_refusal_comes_out(
    content: bytes, ending: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("broken")
    archive = folder / f"a{ending}"
    archive.write_bytes(content)
    (out := folder / "out").mkdir()
    with contextlib.suppress(CannotUnpack):
        unpack(archive, out, budget=Budget())

    assert all(path.is_relative_to(out) for path in folder.rglob("*") if path not in (archive, out))


def test_an_archive_of_an_archive_is_read_and_a_broken_one_accounted_for(
    officer: Any, letters: LettersImporter, tmp_path: Path
) -> None:
    inner = zipped(tmp_path / "inner.zip", {"deep/b.letters": b"beta"})
    archive = zipped(
        tmp_path / "outer.zip",
        {"a.letters": b"alpha", "inner.zip": inner.read_bytes(), "c.zip": b"PK broken", "odd.bin": b"?"},
    )

    document = import_now(officer, [archive]).as_json()

    assert (document["read"], document["filed"], document["quarantined"]) == (4, 2, 2)
    assert [problem["source"] for problem in document["problems"]] == [
        f"{archive}/c.zip",
        f"{archive}/odd.bin",
    ]


def test_a_plan_keeps_what_an_archive_held(
    officer: Any, letters: LettersImporter, tmp_path: Path, file: Callable[..., Path]
) -> None:
    archive = zipped(tmp_path / "a.zip", {"a.letters": b"alpha", "b.letters": b"beta"})
    batch = plan(officer, [archive, file("gamma", name="c.letters")])
    archive.unlink()

    result = run(officer, batch)

    assert result.batch.filed == 3
