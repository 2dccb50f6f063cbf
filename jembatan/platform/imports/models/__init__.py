"""Import batches, what each source item became, and what was set aside."""

from jembatan.platform.imports.models.batch import Batch
from jembatan.platform.imports.models.outcome import Outcome, QuarantinedItem, Touched, Upload

__all__ = ["Batch", "Outcome", "QuarantinedItem", "Touched", "Upload"]
