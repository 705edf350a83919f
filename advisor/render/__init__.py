"""From finished reports to text."""
