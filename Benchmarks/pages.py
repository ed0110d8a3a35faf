#!/usr/bin/env python3
"""Measures sites of made-up events in a headless Chromium: how soon a page shows and answers, and what it weighs.

  pages.py [--dateline BINARY] [--sizes 100,10000,100000] [--runs 3] [--no-actors] [--record]

For each size a graph of `synthetic_graph.py` is built into a site by the binary, which is timed, and its index.html is
opened. First paint is the first contentful one; interactive is the end of DOMContentLoaded; frames are those of 60
steps through the whole page; memory is the renderer's proportional set size above that of a blank page (Linux only);
search is from the last key to the painted answer. Times are medians of the runs. A plain list of as many short items,
10,000 at most, is opened between the visits: a slow or busy machine stretches both, so that the ratio of the two says
more than either.

Last comes the picture of 2,000 actors and 20,000 pairs of them that share an event, thinned to 150: how long `dateline
graph` takes over it, what of that goes into reading alone, and how many of its labels overlap in the browser."""
import argparse
import contextlib
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from playwright.sync_api import sync_playwright

from measured import ROOT, record

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
         "--disable-component-update", "--no-first-run"]
SCROLL = """frames => new Promise(done => {
  const el = document.scrollingElement, times = [];
  let step = 0, last;
  const next = now => {
    if (last !== undefined) times.push(now - last);
    last = now;
    el.scrollTop = (el.scrollHeight - innerHeight) * (++step / frames);
    if (step <= frames) requestAnimationFrame(next);
    else { times.sort((a, b) => a - b); done([times.reduce((a, b) => a + b, 0) / times.length, times[Math.floor(times.length * .95)]]); }
  };
  requestAnimationFrame(next);
})"""
LIST = """<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>List</title><h1>List</h1><ol>{}</ol></html>"""
ITEM = '<li id="e{0}"><h3>Party {1} meets the council of the harbour</h3><p>{2} March 2031: Outlet {1} was told.</p></li>\n'
# Pairs of labels whose boxes share more than a pixel either way.
OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll('text')].map(t => t.getBoundingClientRect()).filter(b => b.width && b.height);
  let n = 0;
  for (let i = 0; i < boxes.length; i++) for (let k = 0; k < i; k++) {
    const a = boxes[i], b = boxes[k];
    if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1) n++;
  }
  return [boxes.length, n];
}"""
SEARCH = """word => new Promise(done => {
  const q = document.getElementById('q'), start = performance.now();
  q.value = word;
  q.dispatchEvent(new Event('input', {bubbles: true}));
  requestAnimationFrame(() => setTimeout(() => done([performance.now() - start, document.getElementById('n').textContent]), 0));
})"""


def parent(process):
    try:
        return int(pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[1])
    except OSError:
        return 0


def renderers():
    """Process ids of Chromium's renderers that this process started, others' left aside."""
    found = []
    for path in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
        try:
            process = int(path.parent.name)
            if b"--type=renderer" not in path.read_bytes():
                continue
        except OSError:
            continue
        above = process
        while above > 1 and above != os.getpid():
            above = parent(above)
        if above == os.getpid():
            found.append(process)
    return found


def proportional_megabytes(process):
    """The memory of a process, what it shares counted in parts; None where the system does not tell."""
    try:
        for line in pathlib.Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        return None


def memory():
    return max((proportional_megabytes(process) or 0 for process in renderers()), default=0)


INTERACTIVE = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"


@contextlib.contextmanager
def blank_page(play):
    """A page of a fresh browser that is offline."""
    browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    page = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True).new_page()
    page.set_default_timeout(300_000)
    page.goto("about:blank")
    try:
        yield page
    finally:
        browser.close()


def interactive(play, url):
    """How soon a page is interactive in a fresh browser, in milliseconds."""
    with blank_page(play) as page:
        page.goto(url, wait_until="load")
        return page.evaluate(INTERACTIVE)


def plain_list(work, length):
    path = pathlib.Path(work, f"list-{length}.html")
    path.write_text(LIST.format("".join(ITEM.format(n, n % 300, n % 28 + 1) for n in range(length))), encoding="utf-8")
    return path.as_uri()


def picture_of_actors(play, dateline, work, runs, row):
    what, graph, picture = "actors.svg, 150 of 2000 actors", f"{work}/actors.json", f"{work}/actors.svg"
    with open(graph, "w", encoding="utf-8") as out:
        subprocess.run([sys.executable, f"{ROOT}/Benchmarks/synthetic_graph.py", "99999", "2000", "20000"], stdout=out, check=True)

    def seconds(*arguments):
        start = time.perf_counter()
        subprocess.run([dateline, "graph", graph, "--quiet", *arguments, "-o", picture], check=True)
        return time.perf_counter() - start

    row(what, "dateline graph --max-actors 1, s", statistics.median(seconds("--max-actors", "1") for _ in range(runs)))
    row(what, "dateline graph --max-actors 150, s", statistics.median(seconds("--max-actors", "150") for _ in range(runs)))
    with blank_page(play) as page:
        page.goto(pathlib.Path(picture).as_uri())
        labels, overlaps = page.evaluate(OVERLAPS)
    row(what, "labels", labels)
    row(what, "pairs of labels that overlap", overlaps)


def opened(play, url):
    """What one visit of a page in a fresh browser measures."""
    with blank_page(play) as page:
        blank = memory()
        page.goto(url, wait_until="load")
        page.wait_for_timeout(2500)
        times = page.evaluate(f"[performance.getEntriesByName('first-contentful-paint')[0]?.startTime, {INTERACTIVE}]")
        above = memory() - blank
        nodes = page.evaluate("document.getElementsByTagName('*').length")
        mean, late = page.evaluate(SCROLL, 60)
        page.evaluate("scrollTo(0, 0)")
        page.wait_for_timeout(300)
        searches = [page.evaluate(SEARCH, word) for word in ("ha", "harbour", "party 7 border", "")]
    return {"first paint, ms": times[0], "interactive, ms": times[1], "elements": nodes,
            "mean frame while scrolling, ms": mean, "95th centile frame while scrolling, ms": late,
            "memory above a blank page, MB": above, "slowest search, ms": max(s[0] for s in searches)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dateline", default=f"{ROOT}/.build/release/dateline")
    parser.add_argument("--sizes", default="100,10000,100000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--no-actors", action="store_true", help="leave out the picture of actors")
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    rows = []

    def row(what, measure, value):
        rows.append((what, measure, f"{value:.4g}"))
        print(f"{what}\t{measure}\t{value:.4g}", flush=True)

    with tempfile.TemporaryDirectory() as work, sync_playwright() as play:
        for size in map(int, options.sizes.split(",")):
            what, graph, site = f"pages of {size} events", f"{work}/{size}.json", f"{work}/{size}"
            with open(graph, "w", encoding="utf-8") as out:
                subprocess.run([sys.executable, f"{ROOT}/Benchmarks/synthetic_graph.py", str(size)], stdout=out, check=True)
            start = time.perf_counter()
            subprocess.run([options.dateline, "build", graph, "-o", site, "--quiet"], check=True)
            row(what, "dateline build, s", time.perf_counter() - start)
            page = pathlib.Path(site, "index.html")
            row(what, "index.html, MB", page.stat().st_size / 1e6)
            beside = plain_list(work, min(size, 10_000))
            visits, lists = [], []
            for _ in range(options.runs):
                lists.append(interactive(play, beside))
                visits.append(opened(play, page.as_uri()))
            for measure in visits[0]:
                row(what, measure, statistics.median(v[measure] for v in visits))
            row(what, f"plain list of {min(size, 10_000)}, interactive, ms", statistics.median(lists))
            row(what, "interactive, as a share of the list's",
                statistics.median(v["interactive, ms"] for v in visits) / statistics.median(lists))
            row(what, "load of the machine", os.getloadavg()[0])
        if not options.no_actors:
            picture_of_actors(play, options.dateline, work, options.runs, row)
    if options.record:
        record("pages", f"pages.py --sizes {options.sizes} --runs {options.runs}", ["what", "measure", "value"], rows)


if __name__ == "__main__":
    main()
