"""Confirmations: asked, answered outside, accepted or left."""
