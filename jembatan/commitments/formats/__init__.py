"""Reading promises and requests in a text; no database."""
