"""What is done with formal letters: templates, drafts, numbers, and what happens when one has left."""
