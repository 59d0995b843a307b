"""What the portal uses and extends of MkDocs: files, settings, internals."""
