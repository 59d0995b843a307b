"""The machine that a build runs on: its processes, its signals, and files that others hold."""
