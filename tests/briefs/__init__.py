"""What briefs say of rooms that they do not know."""
