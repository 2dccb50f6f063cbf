"""What phones send: each deed is done once."""
