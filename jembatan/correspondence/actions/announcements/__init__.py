"""Announcements: written, sent one by one at a pace, paused, ended; and who wants them."""
