"""Changing orders of precedence."""
