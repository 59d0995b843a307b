"""The theme: its template environment, and shells that are drawn once for many pages."""
