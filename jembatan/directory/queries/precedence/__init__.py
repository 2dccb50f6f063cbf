"""Orders of precedence: what stands where, and why."""
