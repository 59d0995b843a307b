"""Eleventy with Nunjucks: sections, tags, months, neighbours, a feed."""

import json
import shutil
import subprocess
from pathlib import Path

from benchmarking.articles import Invented
from benchmarking.shell import ADDRESS, bottom, top
from benchmarking.site import Site, quoted, with_addresses

_CONFIGURATION = """export default function (config) {
  config.addPassthroughCopy({ "images": "images" });
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  const newestFirst = (api) => api.getFilteredByGlob("content/tin/**/*.md").reverse();
  let lists, listsOf;
  const group = (api) => {
    if (listsOf === api) return lists;
    const articles = newestFirst(api);
    lists = new Map();
    const add = (name, article) =>
      (lists.get(name) ?? lists.set(name, []).get(name)).push(article);
    articles.forEach((article, index) => {
      article.data.newer = articles[index - 1];
      article.data.older = articles[index + 1];
      add("all", article);
      add("sections/" + article.data.section, article);
      add("months/" + article.date.toISOString().slice(0, 7), article);
      for (const tag of article.data.keywords)
        add("tags/" + config.getFilter("slugify")(tag), article);
    });
    for (const article of articles)
      article.data.same = lists.get("sections/" + article.data.section).slice(0, 4);
    listsOf = api;
    return lists;
  };
  config.addCollection("newest", (api) => group(api).get("all").slice(0, 20));
  config.addCollection("listPages", (api) =>
    [...group(api)].flatMap(([name, articles]) => {
      const pages = name === "all" ? 1 : Math.ceil(articles.length / 20);
      return Array.from({ length: pages }, (_, n) => ({
        name, number: n + 1, pages, articles: articles.slice(n * 20, n * 20 + 20),
        address: (name === "all" ? "/" : `/${name}/`) + (n ? `page/${n + 1}/` : ""),
      }));
    }));
  return { dir: { input: "content", includes: "../includes", output: "output" },
           markdownTemplateEngine: false };
}
"""
_CARD = """{% macro card(a) %}<article class="news-card"><h2>
<a href="{{ a.url }}">{{ a.data.title }}</a></h2>
<time>{{ a.date | day }}</time><p>{{ a.data.summary }}</p>
{% if a.data.image %}<img src="{{ a.data.image }}" alt="" loading="lazy">{% endif %}</article>
{% endmacro %}"""
_IMPORT = '{% from "card.njk" import card %}'
_ARTICLE = (
    _IMPORT + top("{{ title }}") + "<article><h1>{{ title }}</h1><p>"
    '<a href="/sections/{{ section }}/">'
    "{{ section }}</a> <time>{{ page.date | day }}</time> {{ views }}</p><p>{{ summary }}</p>"
    '{% if image %}<img src="{{ image }}" alt="">{% endif %}{{ content | safe }}<ul>'
    '{% for t in keywords %}<li><a href="/tags/{{ t | slugify }}/">{{ t }}</a></li>'
    "{% endfor %}</ul>"
    '{% if newer %}<a href="{{ newer.url }}">{{ newer.data.title }}</a>{% endif %}'
    '{% if older %}<a href="{{ older.url }}">{{ older.data.title }}</a>{% endif %}'
    "{% for a in same %}{{ card(a) }}{% endfor %}</article>" + bottom()
)
_LIST = (
    "---\npagination:\n  data: collections.listPages\n  size: 1\n  alias: list\n"
    'permalink: "{{ list.address }}index.html"\n---\n'
    + _IMPORT + top("{{ list.name }}") + "{% for a in list.articles %}{{ card(a) }}{% endfor %}"
    "Trang {{ list.number }}/{{ list.pages }}" + bottom()
)  # fmt: skip
_FEED = (
    '---\npermalink: "/rss.xml"\n---\n<rss version="2.0"><channel><title>Tin</title>'
    "{% for a in collections.newest %}<item><title>{{ a.data.title }}</title>"
    f"<link>{ADDRESS}{{{{ a.url }}}}</link>"
    "<description>{{ a.data.summary }}</description></item>"
    "{% endfor %}</channel></rss>\n"
)


class Eleventy(Site):
    """From the peers' folder of Node packages."""

    name = "eleventy"
    articles = "content/tin"
    picture = "images/canh-phuong.jpg"
    output = "output"

    @property
    def _package(self) -> Path:
        return (self.tools / "node/node_modules/@11ty/eleventy").absolute()

    def command(self) -> list[str]:
        """By Node itself, without npx."""
        node, program = shutil.which("node"), self._package / "cmd.cjs"
        return [node, str(program), "--quiet"] if node and program.exists() else []

    def version(self) -> str:
        """As npm names it, and Node's."""
        file = self._package / "package.json"
        version = json.loads(file.read_text(encoding="utf-8"))["version"]
        node = subprocess.run([self.command()[0], "--version"], capture_output=True, check=True)
        return f"eleventy {version} on Node {node.stdout.decode().strip()}"

    def settings(self) -> dict[str, str]:
        """Configuration and templates."""
        return {
            "eleventy.config.js": _CONFIGURATION,
            "package.json": '{"type": "module"}\n',
            "includes/card.njk": _CARD,
            "includes/article.njk": _ARTICLE,
            "content/list.njk": _LIST,
            "content/feed.njk": _FEED,
            "content/tin/tin.json": '{"layout": "article.njk"}\n',
        }

    def text(self, article: Invented) -> str:
        """Keywords instead of tags, which would make Eleventy's own collections."""
        lines = [
            f"title: {quoted(article.title)}",
            f"date: {article.date:%Y-%m-%dT%H:%M:%S}Z",
            f"section: {article.section}",
            f"keywords: [{', '.join(article.tags)}]",
            f"views: {article.views}",
            f"summary: {quoted(article.summary)}",
        ]
        if article.has_picture:
            lines.append("image: /images/canh-phuong.jpg")
        return "\n".join(["---", *lines, "---", "", with_addresses(article.body)])
