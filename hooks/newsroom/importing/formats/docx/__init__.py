"""Documents of Word (.docx): what mammoth does not read is rewritten so that it does, or named."""
