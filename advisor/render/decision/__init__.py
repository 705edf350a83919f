"""The decision record (MADR 4.0): one module for each part of it."""
