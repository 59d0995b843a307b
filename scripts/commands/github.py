"""What commands tell GitHub where they run in a workflow: the summary of the job."""

import os
from pathlib import Path


def summarise(markdown: str) -> None:
    """Add to the summary of the job; nothing outside a workflow."""
    if name := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(name).open("a", encoding="utf-8") as summary:
            summary.write(f"{markdown}\n\n")
