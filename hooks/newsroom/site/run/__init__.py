"""The run of a build: opening it, publishing, and bringing it to its end."""
