"""One module for each kind of record: as blocks of a page and as JSON fields."""
