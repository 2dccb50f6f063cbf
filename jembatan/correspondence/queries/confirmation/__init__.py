"""Who was asked whether what we have of them is right, and what they answered."""
