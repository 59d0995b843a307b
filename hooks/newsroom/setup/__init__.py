"""Making the portal a ward's own: what is asked, what changes in mkdocs.yml, and where the sample's
articles go. Everything is thought out before anything is written."""
