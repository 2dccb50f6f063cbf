"""Lines to take: what holds, what is in a letter, and who was told."""
