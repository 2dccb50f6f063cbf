"""Import batches, what each source item became, and what was set aside."""

from jembatan.platform.imports.models.batch import Batch
from jembatan.platform.imports.models.outcome import Imported, Outcome, QuarantinedItem, Touched, Upload
from jembatan.platform.imports.models.progress import Progress

__all__ = ["Batch", "Imported", "Outcome", "Progress", "QuarantinedItem", "Touched", "Upload"]
