"""Dates and times as people write them, in Indonesian and English."""
