"""The commands of correspondence."""
