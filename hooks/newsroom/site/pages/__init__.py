"""The pages and other files of the site, and how each is drawn."""
