"""HTML on its way to a page: sanitised, escaped, corrected."""
