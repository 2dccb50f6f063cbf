"""Series of numbers, and the book of those given."""
