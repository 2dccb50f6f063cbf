"""Reply, quotation and signature are told apart in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jembatan.correspondence.formats.quotation import split
from jembatan.correspondence.tests.quotation_cases import CASES


@pytest.mark.parametrize("case", CASES, ids=str)
def test_split_tells_the_parts_apart(case: str) -> None:
    labelled = [line.strip(" ").partition("|") for line in CASES[case].strip("\n").split("\n") if "|" in line]
    parts = split("\n".join(line for _label, _bar, line in labelled))
    found = {"R": parts.reply, "Q": parts.quoted, "S": parts.signature}
    expected = {key: [line.strip() for label, _bar, line in labelled if label == key] for key in "RQS"}
    assert {
        key: [line.strip() for line in text.split("\n") if line.strip()] for key, text in found.items()
    } == expected


def test_split_reads_windows_line_ends() -> None:
    assert split("Baik.\r\n\r\n> Setuju?\r\n").reply == "Baik."


@given(st.text(alphabet=st.sampled_from("ab>:-_ \nOnPadmenulwrot4.@<")))
def test_split_loses_no_line(text: str) -> None:
    parts = split(text)
    kept = sorted(
        line for part in (parts.reply, parts.quoted, parts.signature) for line in part.split() if line
    )
    assert kept == sorted(text.split())


@given(st.text())
def test_split_never_raises(text: str) -> None:
    split(text)
