"""The parts of an installation, each with its state and how to mend it; what `jembatan doctor` prints."""
