"""Bytes from outside as dataclasses: no database, and nothing raises but what the docstrings name."""
