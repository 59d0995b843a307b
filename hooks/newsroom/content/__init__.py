"""The content model: what an article is, how it is read and what may be wrong with it."""
