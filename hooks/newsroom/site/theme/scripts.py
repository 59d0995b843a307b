"""The scripts of the search: modules that are always read together, as one file, so that a first
query waits for three of them instead of a dozen.

The modules in docs/ work as they are. What one imports becomes a function in its file, without its
comments, indentation and blanks beside signs; any import or export is a line that begins with it,
or the build stops.
No string may hold " // ", nor go on in a next line.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from mkdocs.structure.files import Files

SCRIPTS = "javascripts/search/"
ROOTS = frozenset((
    "answers", "beginnings", "engine", "narrow", "page", "reread", "spelled", "suggest", "synonyms",
))  # fmt: skip
"""The modules that pages and other modules load; the file of each has what it imports, but for
others of these."""
_IMPORT = re.compile(r'^import \{ ([^}]+) \} from "\./(\w+)\.js";\n', re.MULTILINE)
_PASSED_ON = re.compile(r'^export \* from "\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:(?:async )?function|class|const) (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^ *//.*\n| // .*$", re.MULTILINE)
_SIGNS = r"[=<>&|?:,;{}()\[\]!*]"
_BLANK = re.compile(rf"(?<={_SIGNS}) | (?={_SIGNS})")
_QUOTING = re.compile(r"[\"'`/]")
_INDENT = re.compile(r"^ +", re.MULTILINE)
_OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def join_scripts(files: Files) -> None:
    """Publish these files in the place of all modules."""
    modules = {
        Path(file.src_uri).stem: file
        for file in files
        if file.src_uri.startswith(SCRIPTS) and file.src_uri.endswith(".js")
    }
    sources = {name: file.content_string for name, file in modules.items()}
    published = joined_scripts(sources)
    for name, file in modules.items():
        if name not in published:
            files.remove(file)
        elif published[name] != sources[name]:
            file.content_string = published[name]


def published_scripts(folder: Path) -> dict[str, bytes]:
    """What is published of a folder of modules, by the names of the files."""
    sources = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.js")}
    return {f"{name}.js": text.encode() for name, text in joined_scripts(sources).items()}


def joined_scripts(sources: Mapping[str, str]) -> dict[str, str]:
    """The files by their names, without ".js"; sources: all modules by theirs."""
    roots = ROOTS & sources.keys()
    files = {name: _file(name, sources.__getitem__) for name in sorted(roots)}
    inside = {name for root in roots for name in _order(root, sources.__getitem__)}
    return {name: sources[name] for name in sources.keys() - inside} | files


def _file(root: str, read: Callable[[str], str]) -> str:
    """A root with all that it imports."""
    names = _order(root, read)
    used = {other for name in names for other in _imports(read(name))} & ROOTS
    passed_on = [root, *_PASSED_ON.findall(read(root))]
    return "".join([
        *(f'import * as ${other} from "./{other}.js";\n' for other in sorted(used)),
        *(_function(name, read(name)) for name in names),
        *(f"export const {{ {', '.join(_EXPORT.findall(read(name)))} }} = ${name};\n"
          for name in passed_on if _EXPORT.search(read(name))),
    ])  # fmt: skip


def _order(name: str, read: Callable[[str], str]) -> list[str]:
    """What stands in a root's file, each behind what it imports."""
    inner = (other for other in _imports(read(name)) if other not in ROOTS)
    return list(dict.fromkeys([*(one for other in inner for one in _order(other, read)), name]))


def _imports(source: str) -> Iterator[str]:
    yield from (name for _, name in _IMPORT.findall(source))
    yield from _PASSED_ON.findall(source)


def _function(name: str, source: str) -> str:
    """A module as a function that gives what it exports."""
    body = _PASSED_ON.sub("", _IMPORT.sub(r"const { \1 } = $\2;\n", _COMMENT.sub("", source)))
    exported = ", ".join(_EXPORT.findall(body))
    body = _EXPORT.sub("", body)
    if other := _OTHER.search(body):
        raise ValueError(f"{SCRIPTS}{name}.js: {other[0]}")
    body = "".join(map(_tight, _INDENT.sub("", body).splitlines(keepends=True)))
    return f"const ${name} = (() => {{\n{body}return {{ {exported} }};\n}})();\n"


def _tight(line: str) -> str:
    """The line without blanks beside signs, unless it may have a string or a pattern."""
    return line if _QUOTING.search(line) else _BLANK.sub("", line)
