import json
import re

import html5lib
import pytest
from playwright.sync_api import expect

PAGES = ["index.html", "diff.html"]


def shown(page):
    return page.locator(".e:not(.off)").count()


def count_line(page):
    return page.locator("#n").inner_text()


@pytest.mark.parametrize("name", PAGES)
def test_it_opens_without_a_message_or_a_request(open_page, name):
    watched = open_page(name)
    watched.page.wait_for_timeout(300)
    assert watched.messages == []
    assert watched.strangers == []
    assert len(watched.requests) == 1


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page, axe, name, scheme):
    page = open_page(name, color_scheme=scheme).page
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate(axe)
    result = page.evaluate("axe.run(document, {resultTypes: ['violations'], preload: false})")
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in result["violations"]] == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 390, 768])
def test_nothing_overflows(open_page, name, width):
    page = open_page(name, width=width).page
    page.evaluate("document.querySelectorAll('details.evi').forEach(d => d.open = true)")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_every_fragment_leads_somewhere(open_page, site):
    page = open_page().page
    ids = set(page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)"))
    links = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')]"
        ".map(a => decodeURIComponent(a.getAttribute('href').slice(1)))"
        ".filter(id => !id.startsWith('?'))")
    assert len(links) > 20
    assert set(links) <= ids
    for picture in ["actors.svg", "timeline.svg", "storyline.svg", "diff.html"]:
        text = (site / picture).read_text(encoding="utf-8")
        for target in re.findall(r'href="index\.html#([^"]*)"', text):
            assert target in ids, (picture, target)


def test_pages_parse_strictly(site):
    for name in PAGES:
        html5lib.HTMLParser(strict=True).parse((site / name).read_text(encoding="utf-8"))


def test_it_reads_without_javascript(open_page):
    page = open_page(java_script_enabled=False).page
    text = page.locator("body").inner_text()
    assert "Search and filters need JavaScript" in text
    assert not page.locator("#filters").is_visible()
    everything = page.locator("body").text_content()
    for words in ["at least 43", "Talks between Turkey and Russia", "Harbour Post", "expected"]:
        assert words in everything


# Nothing is done when nothing else is done.
NEVER_IDLE = "window.requestIdleCallback = () => 0"
EVENTS = "document.querySelectorAll('.e').length"


@pytest.fixture
def open_long(browser, long_page):
    contexts = []

    def open_one(fragment="", idle=False, **options):
        contexts.append(browser.new_context(
            viewport={"width": 1280, "height": 900}, offline=True, **options))
        page = contexts[-1].new_page()
        if not idle:
            page.add_init_script(NEVER_IDLE)
        page.goto(long_page.as_uri() + fragment)
        return page

    yield open_one
    for context in contexts:
        context.close()


def last_event(page):
    return page.evaluate("[...document.body.outerHTML.matchAll(/id=\"(event-[^\"]*)\"/g)].at(-1)[1]")


def test_a_long_page_has_its_beginning_first_and_the_rest_soon(open_long):
    assert 300 <= open_long().evaluate(EVENTS) < 500
    page = open_long(idle=True)
    expect(page.locator(".e")).to_have_count(500)
    expect(page.locator(".late, ol.evi")).to_have_count(0)


def test_a_long_page_reads_whole_without_javascript(open_long):
    page = open_long(java_script_enabled=False)
    assert page.locator(".e").count() == 500
    last = page.locator(".e h4").last.text_content().strip()
    assert last in page.locator("body").inner_text(), "all of it is laid out, for whoever takes the text"


def test_what_is_scrolled_to_is_there(open_long):
    page = open_long()
    page.evaluate("document.querySelector('.late').scrollIntoView()")
    page.wait_for_function("document.elementFromPoint(640, 450).closest('.e')")
    height = page.evaluate("document.querySelector('.late').getBoundingClientRect().height")
    assert height > 500, "what is to come keeps its place"


@pytest.mark.parametrize("how", ["opened", "clicked"])
def test_a_link_leads_to_an_event_that_is_text_as_yet(open_long, how):
    page = open_long()
    event = last_event(page)
    if how == "opened":
        page = open_long(fragment="#" + event)
    else:
        page.evaluate("location.hash = arguments[0]".replace("arguments[0]", json.dumps(event)))
    page.wait_for_function("id => document.getElementById(id)?.matches(':target')", arg=event)
    box = page.locator(f"#{event}").bounding_box()
    assert -50 < box["y"] < 900
    assert page.evaluate(EVENTS) < 500


def test_search_and_print_have_all_of_a_long_page(open_long):
    page = open_long()
    page.fill("#q", "party")
    assert page.evaluate(EVENTS) == 500
    assert count_line(page) == "500 of 500"
    page = open_long()
    page.pdf()
    assert page.evaluate(EVENTS) == 500


def test_search_narrows_and_counts(open_page):
    page = open_page().page
    total = shown(page)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("lavrov")
    left = shown(page)
    assert 0 < left < total
    assert count_line(page) == f"{left} of {total}"
    expect(page.locator("#live")).to_have_text(f"{left} of {total} events shown")
    page.keyboard.press("Escape")
    assert shown(page) == total


def test_search_does_not_mind_accents_or_case(open_page):
    page = open_page().page
    page.fill("#q", "LÁVROV")
    assert shown(page) > 0


def test_filters_intersect_and_say_what_they_leave(open_page):
    page = open_page().page
    total = shown(page)
    page.click(".menu:nth-child(2) summary")
    page.click(".menu:nth-child(2) label:has-text('River Times')")
    by_source = shown(page)
    assert 0 < by_source < total
    page.click(".menu:nth-child(4) summary")
    label = page.locator(".menu:nth-child(4) label:has-text('Fighting')")
    promised = int(label.locator(".n").inner_text())
    label.click()
    assert shown(page) == promised < by_source
    page.click("#reset")
    assert shown(page) == total


def test_nothing_left_is_said_with_a_way_back(open_page):
    page = open_page().page
    total = shown(page)
    page.fill("#q", "zzzz")
    assert page.locator("#none").is_visible()
    page.click("#reset2")
    assert shown(page) == total
    assert not page.locator("#none").is_visible()


def test_the_state_stands_in_the_address(open_page, site):
    page = open_page().page
    page.fill("#q", "aleppo")
    page.click(".menu:nth-child(2) summary")
    page.click(".menu:nth-child(2) label:has-text('River Times')")
    state, left = page.url.split("#")[1], shown(page)
    assert state.startswith("?")
    again = open_page(fragment="#" + state).page
    assert again.input_value("#q") == "aleppo"
    assert shown(again) == left


def test_the_handles_narrow_the_time(open_page):
    page = open_page().page
    total = shown(page)
    page.focus("#to")
    page.keyboard.press("Home")
    left = shown(page)
    assert 0 < left < total
    assert "to=" in page.url
    assert page.get_attribute("#to", "aria-valuetext") == page.locator("#range").inner_text()


def test_arrow_keys_walk_the_list(open_page):
    page = open_page().page
    here = "document.activeElement.closest('.e').id"
    order = page.evaluate("[...document.querySelectorAll('.e')].map(e => e.id)")
    page.focus(".e h4 a")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(here) == order[1]
    page.keyboard.press("End")
    assert page.evaluate(here) == order[-1]
    page.keyboard.press("ArrowUp")
    assert page.evaluate(here) == order[-2]
    page.keyboard.press("Home")
    assert page.evaluate(here) == order[0]


def test_single_keys_can_be_switched_off(open_page):
    page = open_page().page
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.uncheck("#single")
    page.click("#close")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "q"


def test_a_deep_link_opens_its_event_even_if_filters_hide_it(open_page):
    page = open_page().page
    event = page.evaluate("[...document.querySelectorAll('.e')].at(-1).id")
    page.fill("#q", "zzzz")
    page.evaluate(f"location.hash = '{event}'")
    expect(page.locator(f"[id='{event}']")).not_to_have_class(re.compile(r"\boff\b"))
    box = page.locator(f"#{event}").bounding_box()
    assert -50 < box["y"] < 900


def test_a_link_into_nothing_says_so(open_page):
    page = open_page(fragment="#event-absent").page
    expect(page.locator("#live")).to_contain_text("leads to nothing")


def test_hostile_text_stays_text(open_page, site):
    for name in PAGES:
        watched = open_page(name)
        page = watched.page
        assert page.evaluate("window.hit") is None
        assert page.locator("img").count() == 0
        assert "<img src=x" in page.locator("body").text_content()
        links = page.evaluate(
            "[...document.querySelectorAll('a[href]')]"
            ".map(a => new URL(a.getAttribute('href'), location.href).protocol)")
        assert set(links) <= {"file:", "https:", "http:", "mailto:"}
        assert watched.messages == []


def test_it_prints_every_event_with_its_evidence(open_page, tmp_path):
    page = open_page().page
    page.fill("#q", "lavrov")
    page.emulate_media(media="print")
    assert page.locator(".e:visible").count() == page.locator(".e").count()
    assert not page.locator("#filters").is_visible()
    target = tmp_path / "page.pdf"
    page.pdf(path=target, format="A4")
    assert target.stat().st_size > 20_000


def test_shown_events_can_be_saved(open_page):
    page = open_page().page
    page.fill("#q", "aleppo")
    left = shown(page)
    with page.expect_download() as download:
        page.click("#json")
    events = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert len(events) == left
    assert all(e["reports"] and e["date"] for e in events)
    with page.expect_download() as download:
        page.click("#csv")
    lines = download.value.path().read_bytes().decode("utf-8-sig").strip().split("\r\n")
    assert len(lines) == left + 1


def test_dark_and_light_can_be_chosen(open_page):
    page = open_page().page
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    automatic = page.evaluate(ground)
    page.click("#theme")
    page.click("#theme")
    assert page.evaluate(ground) != automatic
    dark = open_page(color_scheme="dark").page
    assert dark.evaluate(ground) == page.evaluate(ground)


def test_marks_survive_forced_colours(open_page):
    page = open_page(forced_colors="active").page
    mark = page.evaluate("""() => {
      const s = getComputedStyle(document.querySelector('.e:not(.f-expected)'), '::before');
      return [s.backgroundColor, getComputedStyle(document.body).backgroundColor, s.clipPath];
    }""")
    assert mark[0] != mark[1]
    assert mark[2].startswith("path")
    assert page.locator(".kick i").first.is_visible()


def test_the_graph_zooms_by_key_and_fits_again(open_page):
    page = open_page().page
    if page.locator("#graph").count() == 0:
        pytest.fail("the pile has no actor graph")
    before = page.get_attribute("#graph svg", "viewBox")
    page.focus("#graph")
    page.keyboard.press("+")
    nearer = page.get_attribute("#graph svg", "viewBox")
    assert float(nearer.split()[2]) < float(before.split()[2])
    page.keyboard.press("ArrowRight")
    assert page.get_attribute("#graph svg", "viewBox") != nearer
    page.keyboard.press("0")
    after = [float(n) for n in page.get_attribute("#graph svg", "viewBox").split()]
    assert after == [float(n) for n in before.split()]


def test_pointing_at_an_actor_leaves_its_neighbours(open_page):
    page = open_page().page
    page.locator("#graph g.node a").first.focus()
    edges = page.locator("#graph g.edge").count()
    assert page.locator("#graph g.node.fade, #graph g.edge.fade").count() < \
        page.locator("#graph g.node, #graph g.edge").count()
    assert edges > 0
