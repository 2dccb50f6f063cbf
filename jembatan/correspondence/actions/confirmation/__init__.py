"""Asking people whether what we have of them is right, and what becomes of their answers."""
