"""What the room reads and writes as bytes or text, without the database."""
