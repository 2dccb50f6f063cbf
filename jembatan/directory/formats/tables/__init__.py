"""Contacts in tables: CSV of any kind, and spreadsheets."""
