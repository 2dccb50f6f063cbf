"""Meetings by mail, read."""
