"""Meetings by mail: inviting, telling of changes, answering, and what arrives."""
