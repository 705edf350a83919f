"""What a repository tells of itself: its profiles, its dependency files."""
