"""The interview without a terminal: which question comes next, what an entry means."""
