"""MkDocs as the portal meets it: its files, its settings, its internals."""
