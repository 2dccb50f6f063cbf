"""What becomes of other rooms' records when two parties turn out to be one."""
