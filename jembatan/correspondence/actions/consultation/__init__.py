"""Asking people without an account, and what they answer."""
