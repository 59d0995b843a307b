"""The engine: what builds remember, and what they bring up to date; no article and no MkDocs."""
