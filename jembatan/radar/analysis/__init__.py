"""What is known of one relation, and the rules that look for faults in it: numbers alone, no database."""
