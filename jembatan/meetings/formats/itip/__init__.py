"""iTIP (RFC 5546): what must be sent when a meeting changes, and what a received message makes of a calendar."""
