"""Live pages for browsers."""
