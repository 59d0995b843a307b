"""What commands tell GitHub where they run in a workflow: annotations and the job's summary."""

import os
from pathlib import Path

import click


def annotate(level: str, message: str, **properties: str | int) -> None:
    """Print an annotation. level: error, warning or notice; properties: file, line, title."""
    named = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in properties.items())
    click.echo(f"::{level} {named}::{_escaped(message)}" if named else f"::{level}::{message}")


def summarise(markdown: str) -> None:
    """Add to the summary of the job; nothing outside a workflow."""
    if name := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(name).open("a", encoding="utf-8") as summary:
            summary.write(f"{markdown}\n\n")


def _escaped(text: str, more: str = "") -> str:
    for char in f"%\r\n{more}":
        text = text.replace(char, f"%{ord(char):02X}")
    return text
