"""Briefs and handover packs from the command line."""
