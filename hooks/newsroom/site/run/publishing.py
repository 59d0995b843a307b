"""Publishing: everything of the site that is made from articles, as far as it changed."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from newsroom.site.mkdocs.site_files import SiteFiles
from newsroom.site.pages.anchors import Anchors
from newsroom.site.pages.beside import BesideEachOther
from newsroom.site.pages.generated_files import SITEMAP, GeneratedFiles
from newsroom.site.pages.pages import Pages
from newsroom.site.pages.rendering import Renderer
from newsroom.site.pages.search_files import write_opensearch, write_search_index
from newsroom.site.run.environment import body_digest, page_digest, reading_digest
from newsroom.site.run.messages import recorded, tell
from newsroom.site.run.problem_report import Log
from newsroom.site.run.session import Session


def publish(
    session: Session, files: SiteFiles, env: Environment, config: MkDocsConfig, log: Log
) -> None:
    """Write every file that does not hold any more into the build's folder.

    After an edit this takes no longer than the look at the disk, which goes on meanwhile; where
    others took files of the site away, all is thought of once more.
    """
    pages = _pages(session, files, env, config)
    if not pages.is_sure:
        session.outputs.forget_lost()
        _write(session, files, env, config, log, pages)
        return
    with recorded() as messages:
        _write(session, files, env, config, log, pages)
    if session.outputs.forget_lost():
        session.rendered = session.reused = 0
        session.rest = None
        _write(session, files, env, config, log, _pages(session, files, env, config))
    else:
        tell(messages)


def _pages(session: Session, files: SiteFiles, env: Environment, config: MkDocsConfig) -> Pages:
    bodies = body_digest(config)
    rules = page_digest(config, session.nav, bodies)
    beside = BesideEachOther(session, reading_digest(config))
    renderer = Renderer(config, files, session.nav, env, beside, session.open, bodies)
    return Pages(session, renderer, beside, rules)


def _write(
    session: Session,
    files: SiteFiles,
    env: Environment,
    config: MkDocsConfig,
    log: Log,
    pages: Pages,
) -> None:
    pages.publish()
    Anchors(pages, files, config).tell()
    generated = GeneratedFiles(session, env, config, pages.rules)
    generated.write_feeds()
    generated.write_redirects(log)
    generated.write_sitemap(files)
    generated.copy_media(log)
    config.theme.static_templates.discard(SITEMAP)
    write_opensearch(env, config)
    write_search_index(session, files, pages, config)
