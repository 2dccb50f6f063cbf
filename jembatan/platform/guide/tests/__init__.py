"""Tests of the guide's pages."""
