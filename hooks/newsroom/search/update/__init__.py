"""The index brought up to date: which files change, and what is kept to tell that."""
