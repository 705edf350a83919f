"""Trying to shake a recommendation: sampling, leaving out, other methods and answers."""
