"""What `advisor check` does with the world: files in, findings and files out."""
