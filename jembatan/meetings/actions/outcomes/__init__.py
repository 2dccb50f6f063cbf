"""What a meeting came to, written down and closed."""
