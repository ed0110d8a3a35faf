"""The demo pile: complete front matter, enough reports and outlets, and words of their own."""

import datetime
import pathlib
import re
import urllib.parse

import pytest

PILE = pathlib.Path(__file__).parents[2] / "Examples" / "syria-process"
FILES = sorted(PILE.glob("*.md"))
FIELDS = ["source", "published", "title", "url", "language"]
RUN = 7


def parts(file):
    """The front matter of a report as a dictionary, and its text."""
    opening, matter, text = file.read_text(encoding="utf-8").split("---\n", 2)
    assert opening == "", f"{file.name} does not start with front matter"
    fields = dict(line.split(": ", 1) for line in matter.splitlines())
    return fields, text


def words(text):
    return re.findall(r"[\w'’]+", text.lower().replace("-", " "))


def is_date(value):
    """Whether a value is a date of the EDTF profile at the precision of a year, month or day."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", value)
    if not match:
        return False
    try:
        datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("value", ["2018-02-29", "2019-13", "2019-1-5", "1 August 2019", ""])
def test_that_a_wrong_date_is_seen(value):
    assert not is_date(value)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_front_matter(file):
    fields, text = parts(file)
    assert list(fields) == FIELDS
    assert all(value.strip() == value and value for value in fields.values())
    assert is_date(fields["published"])
    url = urllib.parse.urlsplit(fields["url"])
    assert url.scheme in ("http", "https") and url.hostname
    assert fields["language"] == "en"
    assert f"-{fields['published']}-" in file.name, "the file is named for its date"
    assert 80 <= len(text.split()) <= 200


def test_breadth():
    reports = [parts(file)[0] for file in FILES]
    assert len(reports) >= 34
    assert len({report["source"] for report in reports}) >= 10
    assert len({report["url"] for report in reports}) == len(reports), "one report, one summary"


def test_that_no_two_reports_share_a_run_of_words():
    owner, shared = {}, []
    for file in FILES:
        fields, text = parts(file)
        for passage in (words(fields["title"]), words(text)):
            for start in range(len(passage) - RUN + 1):
                run = tuple(passage[start : start + RUN])
                if owner.setdefault(run, file.name) != file.name:
                    shared.append(f"{file.name} and {owner[run]}: {' '.join(run)}")
    assert not shared, "\n".join(shared)
