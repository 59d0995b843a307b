"""Yes and no, asked in Vietnamese."""

import sys

import click

_YES, _NO = {"", "có", "co", "c", "y", "yes"}, {"không", "khong", "k", "n", "no"}


def agrees(question: str) -> bool:
    """Whether the answer is yes."""
    while True:
        typed = click.prompt(f"{question} (có/không)", default="có").strip().lower()
        if typed in _YES | _NO:
            return typed in _YES
        click.echo("Hãy gõ có hoặc không.")


def can_ask() -> bool:
    """Whether somebody sits at the terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()
