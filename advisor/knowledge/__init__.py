"""From YAML on disk to the records of the model, and back for profiles."""
