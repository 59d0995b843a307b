"""What the search is told of words: those of the ward's file, and the ward's own name."""

from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from newsroom.content.newsroom import Ward
from newsroom.content.search_words_file import read_search_words
from newsroom.site.mkdocs.problem_report import Log
from newsroom.site.mkdocs.settings import newsroom_of
from newsroom.text.search_words import SearchWords


def search_words_of(config: MkDocsConfig, log: Log) -> SearchWords:
    """The words; what is wrong in their file is told."""
    words, problems = read_search_words(Path(config.docs_dir))
    for problem in problems:
        log.warning("%s", problem)
    names = _names(newsroom_of(config).ward)
    return replace(words, question_words=(*words.question_words, *names))


def _names(ward: Ward) -> tuple[str, ...]:
    """Its name, and without what it is where that is a name still: not the 5 of phường 5."""
    bare = ward.name_in_text.removeprefix(f"{ward.unit} ")
    return (ward.name_in_text,) if bare.isdigit() else tuple({ward.name_in_text: 0, bare: 0})
