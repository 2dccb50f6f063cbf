"""Negotiations in files: bytes in, problems for the analysis out."""
