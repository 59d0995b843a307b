"""Publishing: bringing every generated file of the site up to date."""

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from newsroom.build.engine import Engine
from newsroom.site.mkdocs.messages import recorded, tell
from newsroom.site.mkdocs.problem_report import Log
from newsroom.site.mkdocs.run import Run
from newsroom.site.mkdocs.site_files import SiteFiles
from newsroom.site.pages.anchors import Anchors
from newsroom.site.pages.generated_files import SITEMAP, GeneratedFiles
from newsroom.site.pages.pages import Pages
from newsroom.site.pages.progress import with_progress
from newsroom.site.pages.search_files import write_search_index


def publish(run: Run, files: SiteFiles, env: Environment, config: MkDocsConfig, log: Log) -> None:
    """Bring every generated file up to date, writing into the staging folder.

    The survey of a large site takes as long as publishing an edit, so the two run in parallel:

    1. if the last build left complete records, publish on the assumption that the site still is as
       that build left it, holding back all messages;
    2. then ask the survey. If files were lost, discard the messages and decide everything again;
    3. otherwise say the messages.

    Without complete records every page is a candidate anyway, so the survey is awaited first.
    Held by tests/incremental/test_any_sequence_of_changes.py; decision 10.
    """
    pages = Pages(files, env, config, run.store)
    if not (pages.known.is_sure and run.folder.is_known):
        run.folder.forget_lost()
        _bring_up_to_date(run, files, env, config, log, pages)
        return
    with recorded() as messages:
        _bring_up_to_date(run, files, env, config, log, pages)
    if run.folder.forget_lost():
        run.rest.work = None
        pages = Pages(files, env, config, run.store)
        _bring_up_to_date(run, files, env, config, log, pages)
    else:
        tell(messages)


def _bring_up_to_date(
    run: Run,
    files: SiteFiles,
    env: Environment,
    config: MkDocsConfig,
    log: Log,
    pages: Pages,
) -> None:
    """Pages first, since the search needs their texts; then what else is generated, then search."""
    engine = Engine(run.folder, files.recorder)
    _pages(run, files, engine, pages)
    Anchors(pages, files, config).tell()

    generated = GeneratedFiles(files, env, config, pages, log)
    engine.bring(generated.products(is_preview=run.is_preview))
    config.theme.static_templates.discard(SITEMAP)
    if files.content.changed:
        shown = (one for record in files.content.records.values() for one in record.photos.values())
        run.library.forget_all_but(photo.digest for photo in (*shown, *files.page_photos))

    write_search_index(run, files, pages, config, log)


def _pages(run: Run, files: SiteFiles, engine: Engine, pages: Pages) -> None:
    """Bring up to date the article pages that are candidates and the index pages that are stale."""
    content, is_preview = files.content, run.is_preview
    shown = content.shown
    articles = pages.candidates(is_whole=run.folder.is_known)
    others = shown.keys() - set(map(pages.path_of, articles))
    run.folder.keep(shown[path].dest_uri for path in others)

    notes = [note for note in content.indexes if note.is_public or is_preview]
    stale = {product.path for product in engine.stale(map(pages.index, notes))}
    indexes = [note.src_uri for note in notes if note.dest_uri in stale]

    drawn = engine.bring_up_to_date(
        pages, [*articles, *indexes], lambda made, total: with_progress(made, total, "Dựng trang")
    )
    pages.known.save()
    run.report.drawn, run.report.kept = drawn, len(shown) + len(notes) - drawn
