"""The built site, looked at from outside: what is wrong with it, and what changed in it."""
