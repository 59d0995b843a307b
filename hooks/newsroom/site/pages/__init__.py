"""The pages and other files of the site as products."""
