"""The nouns: frozen records of what is read and of what is computed."""
