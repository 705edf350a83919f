"""Files from outside: read with bounds and lines, written whole or not at all."""
