"""The commands of the launcher, one module each, with help and errors in Vietnamese."""

import importlib
import io
import re
from collections.abc import Sequence
from pathlib import Path

import click

from commands.vietnamese import speak_vietnamese
from newsroom.machine.trouble import explanation_of

ROOT = Path(__file__).resolve().parents[2]
OPTIONS = "[TÙY CHỌN]"
_QUOTED = re.compile(r"'\"?([^'\"\n]+)\"?'")
"""What click puts between straight quotes."""

_MODULES = {
    "setup": "set_up_ward",
    "new": "new_article",
    "check": "check_articles",
    "figures": "propose_figures",
    "import": "import_articles",
    "build": "build_site",
    "preview": "preview_site",
    "verify": "verify_site",
    "compare": "compare_sites",
    "test": "run_tests",
    "editor": "editor_settings",
    "lock": "lock_requirements",
}


class _Commands(click.Group):
    """Loads a command's module only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        if cmd_name not in _MODULES:
            raise click.exceptions.NoSuchCommand(cmd_name, possibilities=_MODULES, ctx=ctx)
        module = importlib.import_module(f"commands.{_MODULES[cmd_name]}")
        command: click.Command = module.command
        command.options_metavar = OPTIONS
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with the whole first sentence of each: click's own list cuts it off."""
        with formatter.section("Các lệnh"):
            formatter.write_dl(
                [(name, self.get_command(ctx, name).get_short_help_str(1000)) for name in _MODULES]
            )


@click.command(cls=_Commands, options_metavar=OPTIONS, subcommand_metavar="LỆNH …")
def group() -> None:
    """Cổng tin tức của phường: viết bài, kiểm tra, xem thử, đăng."""


def portal(argv: Sequence[str]) -> int:
    """Run the command that the arguments name; its exit code (0 done, 1 problems, 2 usage)."""
    speak_vietnamese()
    try:
        result = group.main(list(argv), prog_name="portal.py", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("Đã dừng.", err=True)
        return 1
    except click.ClickException as error:
        click.echo(_shown(error), err=True, nl=False)
        return error.exit_code
    except (OSError, MemoryError) as error:
        if (sentence := explanation_of(error)) is None:
            raise
        click.echo(sentence, err=True)
        return 1
    return result if isinstance(result, int) else 0


def _shown(error: click.ClickException) -> str:
    said = io.StringIO()
    error.show(said)
    return _QUOTED.sub(r"“\1”", said.getvalue())
