"""What is printed of a meeting."""
