"""A database made at once is the same as one that grew step by step."""
