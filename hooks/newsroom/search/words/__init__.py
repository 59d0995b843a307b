"""What is looked up: the terms of a document, and the abbreviations that they stand for."""
