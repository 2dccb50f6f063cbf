"""An installation in one file and back: its database, its files and its signing key."""
