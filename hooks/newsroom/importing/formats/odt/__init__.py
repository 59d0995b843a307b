"""Documents of LibreOffice (.odt), whose XML is near to HTML."""
