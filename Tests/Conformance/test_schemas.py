"""What `dateline` prints against the JSON Schemas that it prints, by an independent validator."""

import json
import os
import pathlib
import subprocess

import jsonschema
import pytest

ROOT = pathlib.Path(__file__).parents[2]
BINARY = os.environ.get("DATELINE", str(ROOT / ".build" / "debug" / "dateline"))
PILE = ROOT / "Examples" / "syria-process"
ODD = [
    {"id": "a", "text": "The army killed at least 12 rebels in Idlib yesterday."},
    {"id": "b", "source": "Б", "published": "2019-08", "language": "ru", "text": "Текст."},
    {"id": "c", "source": "C", "published": "2019-08-01T10:00:00+06:00", "title": "Talks 'open'",
     "text": "Talks opened in Geneva in the 1990s. \U0001f54a They go on since March 2011.", "url": "https://c.example/1"},
    {"id": "d", "source": "C", "published": "2019-08-01", "text": "It rained."},
]


def dateline(*arguments, statuses=(0,)):
    run = subprocess.run([BINARY, *map(str, arguments)], capture_output=True, text=True)
    assert run.returncode in statuses, run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def schemas():
    listed = json.loads(dateline("schema"))
    assert len(listed) == 5
    for schema in listed:
        jsonschema.Draft202012Validator.check_schema(schema)
        assert json.loads(dateline("schema", schema["$id"].split(":")[3])) == schema
    return {schema["$id"].split(":")[3]: jsonschema.Draft202012Validator(schema) for schema in listed}


@pytest.fixture(scope="module", params=["demo", "odd"])
def pile(request, tmp_path_factory):
    if request.param == "demo":
        return PILE
    file = tmp_path_factory.mktemp("odd") / "odd.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in ODD), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    "name, lines, arguments",
    [
        ("article", True, ["read"]),
        ("annotate", True, ["annotate"]),
        ("annotate", True, ["annotate", "--layers", "time"]),
        ("event-graph", False, ["extract"]),
        ("timeline", False, ["timeline", "--format", "json"]),
        ("diff", False, ["diff", "--by-source", "--format", "json"]),
    ],
)
def test_output_is_valid(schemas, pile, name, lines, arguments):
    text = dateline(*arguments, "--quiet", pile, statuses=(0, 1))
    documents = [json.loads(line) for line in text.splitlines()] if lines else [json.loads(text)]
    assert documents
    for document in documents:
        schemas[name].validate(document)


def test_two_sides_are_valid(schemas, pile):
    text = dateline("diff", pile, PILE, "--format", "json", "--quiet", statuses=(0, 1))
    document = json.loads(text)
    schemas["diff"].validate(document)
    assert set(document["sides"]) == {"left", "right"}


def test_a_fault_is_found(schemas):
    """The validator tells a wrong document from a right one."""
    graph = json.loads(dateline("extract", "--quiet", PILE))
    graph["version"] = "1"
    with pytest.raises(jsonschema.ValidationError):
        schemas["event-graph"].validate(graph)
