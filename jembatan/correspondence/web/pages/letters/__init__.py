"""Numbers, templates and drafts of formal letters."""
