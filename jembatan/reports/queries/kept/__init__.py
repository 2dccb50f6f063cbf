"""Reports that are kept: who sees them, where they stand, what they say."""
