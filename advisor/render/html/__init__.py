"""Finished results as self-contained HTML pages."""
