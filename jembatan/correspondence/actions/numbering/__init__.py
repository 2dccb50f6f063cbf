"""What is done with series of numbers, and with the numbers that they give."""
