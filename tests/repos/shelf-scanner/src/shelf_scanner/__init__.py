"""Finds the gaps on a shop's shelves."""
