"""Settling how letters are checked before they leave."""
