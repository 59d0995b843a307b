"""The catalogue: the articles that were read, sorted and grouped, with their addresses."""
