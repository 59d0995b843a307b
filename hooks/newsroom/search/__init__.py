"""The search index: Vietnamese articles in, small static files out that a phone reads a few of."""
