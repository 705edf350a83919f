"""The deep views: one claim, rule or criterion to the bottom of a report."""
