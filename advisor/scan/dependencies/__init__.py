"""What a repository depends on: one module per file format, one table, one search."""
