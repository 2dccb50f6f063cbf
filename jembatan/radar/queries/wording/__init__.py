"""What people read of a signal: its name, the sentence that explains it, what to do, and the first step, drafted."""
