"""Announcements: whom they go to, what each receiver gets, what became of it."""
