"""A site made of a few small articles by the debug binary, opened in a real Chromium."""
import json
import os
import pathlib
import re
import subprocess
import sys

import axe_playwright_python
import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("DATELINE", ROOT / ".build/debug/dateline"))
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ATTACK = "</script><script>window.hit=1</script><img src=x onerror='window.hit=1'>"

ARTICLES = [
    {"id": "a1", "source": "Harbour Post", "published": "2019-08-01",
     "title": "Talks open in Geneva", "url": "https://news.example/a1",
     "text": "Talks between Turkey and Russia opened in Geneva on Thursday. "
             "At least 43 people were killed in an attack in Aleppo on 28 July 2019. "
             "Iran is expected to host a meeting in Tehran on 12 August 2019."},
    {"id": "a2", "source": "River Times", "published": "2019-08-02",
     "title": "Russia and Turkey meet", "url": "javascript:window.hit=1",
     "text": "Russia and Turkey met in Geneva on 1 August 2019. "
             "An attack in Aleppo on 28 July killed 46 people. "
             "Turkey denied that its army had attacked Kobani on 30 July 2019."},
    {"id": "a3", "source": "Evening " + ATTACK, "published": "2021-03-04",
     "title": "Ministers " + ATTACK, "url": "https://news.example/\"><b>",
     "text": "Sergey Lavrov visited Ankara on 3 March 2021. " + ATTACK
             + " was attacked in Aleppo on Wednesday. Protests began in Hama in March 2011. "
             "The army has attacked Idlib since May 2019."},
]


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    pile = folder / "articles.jsonl"
    pile.write_text("".join(json.dumps(a) + "\n" for a in ARTICLES), encoding="utf-8")
    out = folder / "out"
    subprocess.run([BINARY, "build", pile, "-o", out, "--quiet"], check=True)
    return out


@pytest.fixture(scope="session")
def long_page(tmp_path_factory):
    """The page of 500 made-up events, most of which are no elements as yet when it has been read."""
    folder = tmp_path_factory.mktemp("long")
    graph = folder / "graph.json"
    with open(graph, "w", encoding="utf-8") as out:
        subprocess.run(
            [sys.executable, ROOT / "Benchmarks/synthetic_graph.py", "500"], stdout=out, check=True)
    subprocess.run([BINARY, "build", graph, "-o", folder / "out", "--quiet"], check=True)
    return folder / "out" / "index.html"


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as play:
        chromium = play.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


class Watched:
    """A page, with what it said and asked for."""

    def __init__(self, page):
        self.page, self.messages, self.requests = page, [], []
        page.on("console", lambda m: self.messages.append(m.text))
        page.on("pageerror", lambda e: self.messages.append(str(e)))
        page.on("request", lambda r: self.requests.append(r.url))

    @property
    def strangers(self):
        """Requests for anything but pages that were opened on purpose and what they made."""
        return [u for u in self.requests
                if not re.match(r"(file:.*\.(html|svg)([#?].*)?$)|data:|blob:|about:", u)]


@pytest.fixture
def open_page(browser, site):
    contexts = []

    def open_one(name="index.html", fragment="", width=1280, height=900, **options):
        context = browser.new_context(
            viewport={"width": width, "height": height}, offline=True, **options)
        contexts.append(context)
        watched = Watched(context.new_page())
        watched.page.goto((site / name).as_uri() + fragment)
        return watched

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe():
    return (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
