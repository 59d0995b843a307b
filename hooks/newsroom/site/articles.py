"""The articles folder as a build sees it: read where it changed, remembered where not."""

from mkdocs.config.defaults import MkDocsConfig

from newsroom.content.folder import collected, scan
from newsroom.content.reader import ArticleReader
from newsroom.incremental.processes import pool
from newsroom.incremental.records import read_records
from newsroom.problem import Problem
from newsroom.site.article_files import (
    ArticleFolderFiles,
    add_article_files,
    catalogue_of,
    shown_articles,
)
from newsroom.site.environment import reading_digest
from newsroom.site.session import Session
from newsroom.site.settings import articles_dir, build_moment, newsroom_of
from newsroom.site.site_files import SiteFiles


def read_articles_folder(files: SiteFiles, session: Session, config: MkDocsConfig) -> list[Problem]:
    """Fill the session with the articles, make their files known; the problems for which files
    are left out."""
    folder, now = articles_dir(config), build_moment()
    newsroom = newsroom_of(config)
    stamps = dict(scan(folder))
    with pool() as run:
        records, session.gone = read_records(
            folder, stamps, ArticleReader(newsroom, now), reading_digest(config), session.store, run
        )
    articles = collected(records.values(), newsroom.articles_dir)
    files_there = ArticleFolderFiles(folder, stamps)
    session.articles = shown_articles(articles.articles, records, files_there, now)
    session.problems = articles.problems
    session.catalogue = catalogue_of(session.articles.values())
    add_article_files(files, session, files_there, config)
    return articles.blocking
