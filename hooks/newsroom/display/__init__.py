"""Displays: what each page, feed and redirect of the site shows, as plain values."""
