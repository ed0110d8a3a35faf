"""Reads what Dateline writes with independent readers: jsonschema, the standard library's JSON and XML, html5lib."""
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

import html5lib
import jsonschema
import pytest
import referencing

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATELINE = os.environ.get("DATELINE", str(ROOT / ".build/debug/dateline"))
PILE = ROOT / "Examples/syria-process"
SVG = "{http://www.w3.org/2000/svg}"

DATE = r"-?\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?|\d{3}X|\d{2}XX"
END = rf"(?:(?:{DATE})[~?%]?)"
EDTF = re.compile(rf"(?:{END}|(?:{END}|\.\.)?/(?:{END}|\.\.)?)")


def dateline(*arguments, status=0, **options):
    done = subprocess.run([DATELINE, *map(str, arguments)], capture_output=True, **options)
    assert done.returncode == status, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture(scope="module")
def schemas():
    found = {schema["title"]: schema for schema in json.loads(dateline("schema"))}
    return {schema["$id"].split(":")[3]: schema for schema in found.values()}


def validate(schema, instance):
    validator = jsonschema.Draft202012Validator(schema, registry=referencing.Registry())
    problem = jsonschema.exceptions.best_match(validator.iter_errors(instance))
    assert problem is None, f"{problem.json_path}: {problem.message}"


@pytest.fixture(scope="module")
def graph():
    return json.loads(dateline("extract", PILE))


@pytest.fixture(scope="module")
def articles():
    return {article["id"]: article for article in map(json.loads, dateline("read", PILE).splitlines())}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site") / "site"
    dateline("build", PILE, "-o", folder, "--quiet")
    return folder


def test_schemas_are_schemas(schemas):
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    assert {"article", "annotate"} <= set(schemas)


def test_articles_fit_their_schema(schemas, articles):
    assert len(articles) == len(list(PILE.glob("*.md")))
    for article in articles.values():
        validate(schemas["article"], article)


def test_annotations_fit_their_schema_and_their_text(schemas, articles):
    for line in map(json.loads, dateline("annotate", PILE).splitlines()):
        validate(schemas["annotate"], line)
        article = articles[line["id"]]
        for found in line["timexes"] + line["entities"]:
            text = article["title"] if found.get("in_title") else article["text"]
            assert text[found["start"]:found["end"]] == found["text"]
        for event in line["events"]:
            text = article["title"] if event.get("in_title") else article["text"]
            assert text[event["start"]:event["end"]] == event["quote"]
            assert event["date"] is None or EDTF.fullmatch(event["date"]), event["date"]
            assert (event["date"] is None) == (event["date_basis"] == "none")


def test_the_graph_fits_its_schema_and_refers_to_what_it_holds(schemas, graph, articles):
    validate(next(s for name, s in schemas.items() if "graph" in name), graph)
    actors = {actor["id"] for actor in graph["actors"]}
    events = {event["id"] for event in graph["events"]}
    assert len(events) == len(graph["events"]) > 50
    for event in graph["events"]:
        assert event["mentions"]
        assert event["date"] is None or EDTF.fullmatch(event["date"]), event["date"]
        assert {part["actor"] for part in event["actors"]} <= actors
        for mention in event["mentions"]:
            article = articles[mention["article"]]
            text = article["title"] if mention["in_title"] else article["text"]
            assert text[mention["start"]:mention["end"]] == mention["quote"]
            assert mention["source"] == article["source"]
    for relation in graph["relations"]:
        assert {relation["from"], relation["to"]} <= events


def test_timeline_and_diff_fit_their_schemas(schemas, tmp_path):
    days = json.loads(dateline("timeline", PILE, "--format", "json", "--dates", 12, "--sentences", 1))
    validate(schemas["timeline"], days)
    dates = [day["date"] for day in days]
    assert dates == sorted(set(dates)) and 0 < len(dates) <= 12
    assert all(len(day["text"]) <= 1 for day in days)
    diff = json.loads(dateline("diff", "--by-source", PILE, "--format", "json", status=1))
    validate(schemas["diff"], diff)
    assert sum(entry["kind"] == "shared" for entry in diff["entries"]) == diff["summary"]["shared"] > 4


def test_an_article_by_article_graph_is_the_same_in_any_order(tmp_path):
    files = sorted(PILE.glob("*.md"))
    wanted = tmp_path / "wanted.json"
    lines = [json.dumps({**json.loads(line)}, ensure_ascii=False)
             for line in dateline("read", PILE).splitlines()]
    random.Random(13).shuffle(lines)
    shuffled = tmp_path / "shuffled.jsonl"
    shuffled.write_text("\n".join(lines) + "\n", encoding="utf-8")
    dateline("extract", PILE, "-o", wanted, "--jobs", 1, "--quiet")
    assert len(files) == len(lines)
    assert dateline("extract", shuffled, "--jobs", 2, "--quiet") == wanted.read_text(encoding="utf-8")


def test_timeml_is_well_formed_and_keeps_the_text(articles):
    article = sorted(articles.values(), key=lambda one: one["id"])[0]
    root = ElementTree.fromstring(dateline("annotate", PILE / article["id"], "--format", "timeml"))
    assert root.tag == "TimeML"
    assert root.find("DCT/TIMEX3").get("functionInDocument") == "CREATION_TIME"
    assert "".join(root.find("TEXT").itertext()) == article["text"]
    ids = [timex.get("tid") for timex in root.iter("TIMEX3")]
    assert len(ids) == len(set(ids)) > 1
    for timex in root.iter("TIMEX3"):
        for name in ("anchorTimeID", "beginPoint", "endPoint"):
            assert timex.get(name) is None or timex.get(name) in ids


def test_pages_parse_strictly_and_their_links_have_targets(site):
    ids = {}
    for page in site.glob("**/*.html"):
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        tree = parser.parse(page.read_text(encoding="utf-8"))
        ids[page] = {node.get("id") for node in tree.iter() if node.get("id")}
        assert not [node for node in tree.iter() if node.get("style")]
        ids[page, "links"] = [node.get("href") for node in tree.iter() if node.get("href")]
    pages = [page for page in ids if isinstance(page, pathlib.Path)]
    assert site / "index.html" in pages and site / "diff.html" in pages
    for page in pages:
        for link in ids[page, "links"]:
            if re.match(r"(https?|mailto):", link):
                continue
            path, _, fragment = link.partition("#")
            target = (page.parent / path).resolve() if path else page
            assert target.exists(), link
            if fragment and not fragment.startswith("?") and target.suffix == ".html":
                assert fragment in ids[target], f"{page.name}: {link}"


@pytest.mark.parametrize("name", ["actors.svg", "timeline.svg", "storyline.svg"])
def test_pictures_are_xml_with_a_title_and_safe_links(site, name):
    root = ElementTree.parse(site / name).getroot()
    assert root.tag == SVG + "svg"
    assert root.find(SVG + "title") is not None
    links = [value for node in root.iter() for key, value in node.attrib.items() if key.endswith("href")]
    assert links
    assert all(re.match(r"(https?:|index\.html#|#)", link) for link in links)


def test_a_site_is_the_same_from_shuffled_copies(site, tmp_path):
    copy = tmp_path / "syria-process"
    shutil.copytree(PILE, copy)
    for path in copy.iterdir():
        os.utime(path, (random.Random(path.name).randrange(10**9),) * 2)
    dateline("build", copy, "-o", tmp_path / "again", "--jobs", 1, "--quiet",
             env={**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "C", "HOME": str(tmp_path)})
    for path in sorted(site.glob("**/*")):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "again" / path.relative_to(site)).read_bytes(), path.name
