"""`advisor ask` as it meets the world: the plain terminal, drafts, what is known before."""
