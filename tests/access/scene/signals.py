"""A signal that somebody has taken on."""

from jembatan.accounts.actor import Actor
from jembatan.radar.actions.settle import take_on
from jembatan.radar.actions.watch import watch
from jembatan.radar.models import Signal
from tests.access.scene.kinds import Arguments


def add_signal(officer: Actor, word: str, commitment_id: object) -> Arguments:
    """The promise is late: the signal goes where the promise goes."""
    watch(officer.desk)
    signal = Signal.objects.get(rule="promise", key__endswith=f"commitment {commitment_id}")
    take_on(officer, signal, what=f"Tugas {word}")
    return {"signal_id": signal.pk}
