"""The run of a build: how it is opened, told of and brought to its end."""
