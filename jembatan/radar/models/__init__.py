"""What the radar has found, what became of it, and how much of it a desk wants a week."""

from jembatan.radar.models.setting import RadarSetting
from jembatan.radar.models.signal import Signal, SignalEvidence
from jembatan.radar.models.task import SignalTask

__all__ = ["RadarSetting", "Signal", "SignalEvidence", "SignalTask"]
