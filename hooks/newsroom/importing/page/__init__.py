"""A saved web page taken apart: its article, title, date, links and pictures."""
