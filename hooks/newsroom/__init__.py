"""The domain of a ward's news portal: articles, their catalogue and the lists made from it.

Nothing here knows MkDocs, prints, reads the clock or the working directory; only
`newsroom.site` touches MkDocs.
"""
