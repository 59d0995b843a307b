"""HTML of old pages reduced to simple blocks, and those written as Markdown."""
