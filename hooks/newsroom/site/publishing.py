"""Publishing: everything of the site that is made from articles, as far as it changed."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from newsroom.incremental.related import related_uris
from newsroom.site.anchors import Anchors
from newsroom.site.environment import body_digest, code_digest, page_digest
from newsroom.site.generated_files import SITEMAP, GeneratedFiles
from newsroom.site.pages import Pages, beside_each_other
from newsroom.site.problem_report import Log
from newsroom.site.rendering import Renderer
from newsroom.site.search_files import SearchIndex, write_opensearch
from newsroom.site.session import Session
from newsroom.site.site_files import SiteFiles

RELATED = 4


def publish(
    session: Session, files: SiteFiles, env: Environment, config: MkDocsConfig, log: Log
) -> None:
    """Write every file that does not hold any more into the build's folder."""
    bodies = body_digest(config)
    rules = page_digest(config, session.nav, bodies)
    related = related_uris(session.catalogue, RELATED, code_digest(config), session.store)
    beside = beside_each_other(session, related)
    renderer = Renderer(config, files, session.nav, env, beside, bodies)
    pages = Pages(session, renderer, rules)
    pages.publish()
    Anchors(pages, files, config).tell()
    generated = GeneratedFiles(session, env, config, rules)
    generated.write_feeds()
    generated.write_redirects(files, log)
    generated.write_sitemap(files)
    generated.copy_media()
    config.theme.static_templates.discard(SITEMAP)
    write_opensearch(env, config)
    SearchIndex(session, files, pages, config).write()
