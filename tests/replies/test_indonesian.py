"""Indonesian replies that were written by hand are told apart from what they quote, at least nineteen of twenty exactly."""

from bench.reply_splitting import PARTS, measure_indonesian, written_by_hand


def test_nineteen_of_twenty_are_split_exactly() -> None:
    figures = measure_indonesian()
    assert figures["mails"] >= 55
    assert figures["all"] >= 0.95, figures
    assert figures["held_out"] >= 0.9, figures


def test_cases_are_what_they_say() -> None:
    """Each of its own name and part, with a label on every filled line; half of them held out."""
    mails = list(written_by_hand())
    assert len({mail.name for mail in mails}) == len(mails)
    for mail in mails:
        filled = [line for line in mail.text.split("\n") if line.strip()]
        assert len(filled) == len(mail.reply) + len(mail.quoted) + len(mail.signature), mail.name
    counts = [sum(mail.part == part for mail in mails) for part in PARTS]
    assert sum(counts) == len(mails)
    assert abs(counts[0] - counts[1]) <= 1
