"""Publishing: everything of the site that is made from articles, as far as it changed."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from newsroom.site.anchors import Anchors
from newsroom.site.beside import BesideEachOther
from newsroom.site.environment import body_digest, page_digest, reading_digest
from newsroom.site.generated_files import SITEMAP, GeneratedFiles
from newsroom.site.pages import Pages
from newsroom.site.problem_report import Log
from newsroom.site.rendering import Renderer
from newsroom.site.search_files import write_opensearch, write_search_index
from newsroom.site.session import Session
from newsroom.site.site_files import SiteFiles


def publish(
    session: Session, files: SiteFiles, env: Environment, config: MkDocsConfig, log: Log
) -> None:
    """Write every file that does not hold any more into the build's folder."""
    bodies = body_digest(config)
    rules = page_digest(config, session.nav, bodies)
    beside = BesideEachOther(session, reading_digest(config))
    renderer = Renderer(config, files, session.nav, env, beside, session.open, bodies)
    pages = Pages(session, renderer, beside, rules)
    pages.publish()
    Anchors(pages, files, config).tell()
    generated = GeneratedFiles(session, env, config, rules)
    generated.write_feeds()
    generated.write_redirects(files, log)
    generated.write_sitemap(files)
    generated.copy_media()
    config.theme.static_templates.discard(SITEMAP)
    write_opensearch(env, config)
    write_search_index(session, files, pages, config)
