"""What `advisor check` holds a project to: pure checks that make findings."""
