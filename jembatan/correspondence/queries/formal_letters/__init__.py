"""Formal letters: how they read, and what they are made with."""
