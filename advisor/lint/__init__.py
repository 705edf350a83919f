"""Checks of the rule base. Pure: knowledge in, findings out."""
