"""What is done with statements."""
