"""The comparison as a page, in a real browser: quiet, closed, reachable by keys, whole without scripts."""
import json
import os
import pathlib
import re
import subprocess

import axe_playwright_python
import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).parents[2]
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def dateline():
    stated = os.environ.get("DATELINE")
    built = [ROOT / ".build" / kind / "dateline" for kind in ("release", "debug")]
    return stated or str(next(path for path in built if path.exists()))


def articles():
    """A bombing whose toll grows, talks that are denied, and a flood that one outlet alone tells."""
    told = [
        ("Alpha Post", "2031-03-05", "A car bomb killed at least 12 people at a market in Aleppo on 4 March 2031. "
         "Russia and Turkey opened talks in Geneva on 5 March 2031."),
        ("Beta Wire", "2031-03-06", "A car bomb killed 17 people at a market in Aleppo on 4 March 2031. "
         "A flood destroyed two bridges near Homs on 5 March 2031."),
        ("Gamma <b>News</b>", "2031-03-06", "A car bomb killed 15 people at a market in Aleppo on 4 March 2031. "
         "Moscow and Ankara opened talks in Geneva on 5 March 2031."),
    ]
    return [{"id": f"a{n}", "source": s, "published": p, "text": t, "language": "en",
             "url": f"https://example.org/{n}"} for n, (s, p, t) in enumerate(told)]


@pytest.fixture(scope="module")
def page_url(tmp_path_factory):
    folder = tmp_path_factory.mktemp("diff")
    pile = folder / "pile.jsonl"
    pile.write_text("".join(json.dumps(one) + "\n" for one in articles()))
    out = folder / "diff.html"
    done = subprocess.run([dateline(), "diff", "--by-source", str(pile), "--format", "html", "-o", str(out)],
                          capture_output=True, text=True)
    assert done.returncode == 1, done.stderr
    return out.as_uri()


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"])
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser, page_url):
    contexts = []

    def open_it(fragment="", width=1280, **options):
        context = browser.new_context(offline=True, viewport={"width": width, "height": 900}, **options)
        context.route(re.compile("^(https?|wss?):"), lambda route: route.abort())
        contexts.append(context)
        page = context.new_page()
        page.said, page.asked = [], []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(page_url + fragment)
        return page

    yield open_it
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_quiet_closed_and_accessible(open_page, page_url, scheme, width):
    page = open_page(width=width, color_scheme=scheme)
    page.evaluate("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    assert page.said == [] and page.asked == [page_url]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(AXE)
    found = page.evaluate("(tags) => axe.run(document, { runOnly: tags })", TAGS)
    assert [(one["id"], [n["html"][:120] for n in one["nodes"]]) for one in found["violations"]] == []


def test_filters_leave_what_fits(open_page):
    page = open_page()
    rows = page.locator(".mx tbody tr")
    total = rows.count()
    assert total >= 2 and page.locator("#mn").text_content() == f"{total} of {total}"
    page.select_option("#mk", "V")
    assert page.locator(".mx tbody tr:visible").count() == 1
    assert page.locator("#live").text_content() == f"1 of {total} events shown"
    page.select_option("#ms", label="Beta Wire")
    assert page.locator(".mx tbody tr:visible").count() == 1
    page.select_option("#mk", "V")
    page.select_option("#ms", label="Beta Wire")
    page.evaluate("() => document.querySelectorAll('.mx tbody tr').forEach((r) => { r.dataset.kinds = ''; })")
    page.select_option("#mk", "C")
    assert page.locator(".mx tbody tr:visible").count() == 0 and page.locator("#none").is_visible()
    page.select_option("#mk", "")
    page.select_option("#ms", "")
    assert page.locator(".mx tbody tr:visible").count() == total


def test_everything_stands_there_without_scripts(open_page):
    page = open_page(java_script_enabled=False)
    assert page.locator("#mf").is_hidden()
    assert page.locator(".mx tbody tr:visible").count() >= 2
    text = page.content()
    for words in ("Beta Wire", "at least 12", "Gamma &lt;b&gt;News&lt;/b&gt;", "What they call it"):
        assert words in text


def test_a_link_to_an_event_opens_its_reports(open_page):
    page = open_page()
    link = page.locator(".mx tbody th a").first
    target = link.get_attribute("href")
    link.click()
    assert page.locator(f"details{target}").get_attribute("open") is not None
    again = open_page(fragment=target)
    assert again.locator(f"details{target}").get_attribute("open") is not None


def test_keys_reach_the_filters_and_the_matrix(open_page):
    page = open_page()
    seen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.id || document.activeElement.className"))
    assert "mk" in seen and "ms" in seen and "wide" in seen


def test_figures_stand_in_order_of_size_on_one_scale(open_page):
    page = open_page()
    card = page.locator(".cf", has_text="killed").first
    centres = card.locator("circle.dot").evaluate_all("(dots) => dots.map((d) => parseFloat(d.getAttribute('cx')))")
    values = [int(re.sub(r"\D", "", text)) for text in card.locator("dt").evaluate_all(
        "(all) => all.map((one) => one.firstChild.textContent)")]
    assert sorted(centres) == [x for _, x in sorted(zip(values, centres))] and len(values) >= 3


def test_the_reader_chooses_the_colours(open_page):
    page = open_page()
    paper = lambda: page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--paper')")
    light = paper()
    page.click("#theme")
    assert (page.text_content("#theme"), paper()) == ("Light", light)
    page.click("#theme")
    assert page.get_attribute("#theme", "aria-label") == "Colours: dark"
    assert paper() != light
    page.click("#theme")
    assert (page.text_content("#theme"), paper()) == ("Auto", light)


def test_prints_whole(open_page):
    page = open_page()
    assert len(page.pdf(format="A4")) > 10_000
    page.emulate_media(media="print")
    assert page.locator("#mf").is_hidden()
    assert page.locator("details.ev").first.is_visible()
