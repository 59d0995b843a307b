"""Documents in RTF: WordPad's, and what Word and LibreOffice save for other programs."""
