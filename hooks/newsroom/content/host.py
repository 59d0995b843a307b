"""What the host of the site takes: limits of GitHub and of GitHub Pages, in bytes."""

SITE_LIMIT = 10**9
"""Of a whole site that is published."""
FILE_LIMIT = 100_000_000
"""Of a file; a push with one of more than 100 MiB is refused, and people are told millions."""
