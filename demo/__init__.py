"""One invented office, seeded deterministically: what `bin/run` shows, tests sign in as, and pictures are taken of."""
