"""What meetings came to, as one actor may see it."""
