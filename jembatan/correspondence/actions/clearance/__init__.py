"""Asking for clearance, and giving it."""
