"""What machines have translated, and which server is asked."""
