"""The verbs: pure functions from knowledge and a profile to a report."""
