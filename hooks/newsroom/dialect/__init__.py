"""The portal's Markdown: what people type, and what Word, Zalo and phones paste, is read as meant.

How it differs from the library's, and why: docs/decisions/0029-markdown-as-it-is-meant.md.
"""
