"""The theme: its template environment, its policy, its stylesheet, and photos."""
