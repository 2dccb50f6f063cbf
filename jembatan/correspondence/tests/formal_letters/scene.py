"""A desk that can write formal letters: a series, a template, a letter with words."""

from typing import Any

from jembatan.accounts.actor import Actor
from jembatan.accounts.models import Desk, Role
from jembatan.correspondence.actions.letters.templates import Looks, keep_template
from jembatan.correspondence.actions.letters.write import Wording, start_letter
from jembatan.correspondence.actions.numbering.series import keep_series
from jembatan.correspondence.actions.statements.record import Entered
from jembatan.correspondence.models import LetterTemplate, NumberSeries, Statement

LOOKS = Looks(
    name="Surat dinas",
    layout="official",
    language="id",
    letterhead="BIRO KERJA SAMA\nJalan Medan Merdeka Barat 8, Jakarta",
    place="Jakarta",
    opening="Dengan hormat,",
    closing="Atas perhatian Saudara, kami ucapkan terima kasih.",
    signer_office="Kepala Biro,",
    signer_name="Ratna Wulandari",
    signer_number="NIP 19780412 200312 2 001",
)


def prepare(desk: Desk) -> Wording:
    """What the head has set up, with words for a letter."""
    head = Actor(desk=desk, role=Role.HEAD)
    series: NumberSeries = keep_series(head, None, name="Surat dinas", pattern="{number:03}/LO")
    template: LetterTemplate = keep_template(head, None, LOOKS)
    return Wording(
        series=series,
        template=template,
        addressee="Yth. Direktur Pelabuhan\nHalvern",
        text="Kami menyetujui jadwal pandu.\nTitik lapor ada di lampiran.",
    )


def facts(**changed: Any) -> Entered:
    """The facts of a letter."""
    values = {
        "state": Statement.State.DRAFT,
        "number": "",
        "title": "Jadwal pandu",
        "body": "Port of Halvern",
    }
    return Entered(**values | changed)


def started(actor: Actor, wording: Wording, **changed: Any) -> Statement:
    """A letter that has been begun."""
    return start_letter(actor, facts(**changed), wording)
