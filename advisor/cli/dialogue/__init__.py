"""The interview with arrow keys; the only part that imports prompt_toolkit."""
