"""Recruitment at the size of large games."""
