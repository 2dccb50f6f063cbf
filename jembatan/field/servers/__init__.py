"""Conversations with other machines."""
