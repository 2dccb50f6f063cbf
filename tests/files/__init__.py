"""Stored contents, with the records of domains that point at them."""
