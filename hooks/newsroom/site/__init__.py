"""MkDocs: pages, files and the build of the site; the only room that imports mkdocs."""
