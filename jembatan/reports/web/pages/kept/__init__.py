"""Reports that are kept: the list, one to write in, its editions."""
