"""What old files say as plain text: their encoding, date line, sections and paragraphs."""
