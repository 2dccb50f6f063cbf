"""Waking phones that are closed: what is news waits in an outbox, and the worker hands it to the push services."""
