"""How sure a recommendation is, and what would change it, in words."""
