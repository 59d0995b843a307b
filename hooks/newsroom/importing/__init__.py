"""Importing articles from the ward's old portal."""
