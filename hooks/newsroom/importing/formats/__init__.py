"""Files of every format that holds articles, each read into the records of its articles."""
