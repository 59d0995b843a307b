"""Python-Markdown that looks first whether there is anything to do, and does the same sooner."""
