"""Minutes before partners: what they were sent, and what they said."""
