"""What a build remembers of the one before it: values, fingerprints, and the files it left."""
