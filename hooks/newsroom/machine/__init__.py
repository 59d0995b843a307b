"""The machine that a build runs on: processes, signals, and files held by other programs."""
