"""The process that waits for mail: one conversation a folder, and nothing of the database while nothing happens."""
