"""Bytes that phones send, without a database."""
