"""What a guest of the other side reads of a meeting, by a link of their own."""
