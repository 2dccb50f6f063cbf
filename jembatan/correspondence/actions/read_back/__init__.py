"""Asking receivers to say back what they understood, and their answers."""
