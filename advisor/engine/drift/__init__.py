"""Comparing a decision on record with that of today."""
