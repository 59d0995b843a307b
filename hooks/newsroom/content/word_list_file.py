"""A word list that staff keep in docs/: its YAML as nodes that know their lines."""

import yaml

from newsroom.content.nesting import excess_of
from newsroom.content.problem import Problem
from newsroom.content.settings_nodes import compose


def word_list_node(text: str, path: str, example: str) -> yaml.Node | Problem | None:
    """What the text of the file says, None where that is nothing; or what is wrong with it.

    example: the cure, as a sentence that shows how it is written.
    """
    if deep := excess_of(text, 1):
        return Problem(path, f"Tệp không đọc được: {deep.found}", example, deep.line)
    try:
        return _composed(text)
    except yaml.YAMLError as error:
        mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        line = mark.line + 1 if mark else None
        return Problem(path, "Tệp không đọc được theo cú pháp YAML.", example, line)


def _composed(text: str) -> yaml.Node | None:
    try:
        return compose(text)
    except yaml.YAMLError:
        return yaml.compose(text, yaml.SafeLoader)  # slower, but it tells where a fault begins
