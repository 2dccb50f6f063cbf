"""What a command has made: in which form, where it lies, and what is told of it."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

from jembatan.platform.cli.output import print_facts, print_json, refuse

if TYPE_CHECKING:
    from jembatan.briefings.actions.make_brief import Form, MadeBrief


def form_of(output: Path, what: str) -> "Form":
    """By the ending of the file; refused in a sentence where it is none that is written. `what` begins the sentence."""
    from jembatan.briefings.actions.make_brief import WRITERS

    form = output.suffix.lstrip(".").lower()
    if form not in WRITERS:
        refuse(f"{what} is written as .pdf or .docx; give the file one of these endings.")
    return cast("Form", form)


def keep_made(made: "MadeBrief", output: Path, *, started: float, as_json: bool) -> None:
    """Write the whole file, and say how many pages and sources it has and how long it took."""
    from jembatan.platform.cli.whole_file import write_whole
    from jembatan.platform.documents.pdf import count_pages

    write_whole(output, made.content)
    document = {
        "file": str(output),
        "pages": count_pages(made.content) if output.suffix.lower() == ".pdf" else None,
        "sources": len(made.document.sources()),
        "seconds": round(time.perf_counter() - started, 3),
    }
    print_json(document) if as_json else print_facts(list(document.items()))
