"""Faults from outside: full disks, files that vanish or change, lost rights, killed helpers, damaged caches."""

import os
import pathlib
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATELINE = os.environ.get("DATELINE", str(ROOT / ".build/debug/dateline"))
HERE = pathlib.Path(__file__).parent
PILE = ROOT / "Examples/syria-process"
SENTENCE = "Envoys of Ruritania and Borduria met in Klow on 3 May 2021 and agreed on a truce. "
ARTICLE = "---\nsource: Bugle\npublished: 2021-05-04\n---\n" + SENTENCE


def run(*words, timeout=120, **more):
    return subprocess.run(
        [DATELINE, *map(str, words)], capture_output=True, timeout=timeout, **more)


def refuse_large_files():
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


@pytest.fixture(scope="module")
def graph():
    return run("extract", "--quiet", PILE).stdout


def test_hostile_inputs_hold():
    """The small ones in a debug build, which is some ten times slower; `make hostile` tries all."""
    done = subprocess.run(
        [sys.executable, HERE / "hostile.py", "--dateline", DATELINE, "--small", "--seconds", "60",
         "--commands", "read"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_killed_builds_leave_the_old_site_or_the_new():
    done = subprocess.run(
        [sys.executable, HERE / "kill.py", "--dateline", DATELINE, "--times",
         os.environ.get("KILLS", "12")], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_full_disk_keeps_the_old_file(tmp_path):
    """A file that may not grow stands for a disk that is full: both fail in the middle of a write."""
    target = tmp_path / "events.json"
    target.write_text("old")
    done = run("extract", "--quiet", PILE, "-o", target, preexec_fn=refuse_large_files)
    assert done.returncode == 2
    assert b"may not grow" in done.stderr
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["events.json"]


def test_full_disk_keeps_the_old_site(tmp_path):
    site = tmp_path / "site"
    assert run("build", "--quiet", PILE, "-o", site).returncode == 0
    before = {p: p.read_bytes() for p in site.rglob("*") if p.is_file()}
    done = run("build", "--quiet", PILE, "-o", site, preexec_fn=refuse_large_files)
    assert done.returncode == 2
    assert {p: p.read_bytes() for p in site.rglob("*") if p.is_file()} == before
    assert os.listdir(tmp_path) == ["site"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_full_device_is_told(tmp_path):
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [DATELINE, "read", "--quiet", PILE], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert b"the disk is full" in done.stderr


def test_full_disk_costs_the_cache_and_nothing_else(tmp_path, graph):
    """What the cache cannot hold is found again; the result stands."""
    cache = tmp_path / "cache"
    done = run("extract", "--quiet", "--cache", cache, PILE, preexec_fn=refuse_large_files)
    assert (done.returncode, done.stdout) == (0, graph)
    again = run("extract", "--cache", cache, PILE)
    assert (again.returncode, again.stdout) == (0, graph)


def test_closed_pipe_ends_quietly(tmp_path):
    pile = tmp_path / "pile.jsonl"
    pile.write_text('{"text":"%s"}\n' % SENTENCE * 20_000)
    process = subprocess.Popen(
        [DATELINE, "read", "--quiet", pile], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.read(100)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(60) == 0


def test_files_that_vanish_are_told(tmp_path):
    for number in range(2_000):
        (tmp_path / f"{number:04}.txt").write_text(ARTICLE + str(number))
    process = subprocess.Popen(
        [DATELINE, "read", tmp_path], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.read(1000)
    for number in range(1_000, 2_000):
        (tmp_path / f"{number:04}.txt").unlink()
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0
    gone = 2_000 - out.count(b"\n") - 1
    assert gone <= 0 or b"no such file" in err


def test_files_that_change_are_read_as_they_are_found(tmp_path):
    pile = tmp_path / "pile.jsonl"
    line = b'{"published":"2021-05-04","text":"%s"}\n' % (SENTENCE.encode() * 12)
    pile.write_bytes(line * 3_000)
    process = subprocess.Popen(
        [DATELINE, "read", "--quiet", pile], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.read(1000)
    with open(pile, "r+b") as file:
        file.truncate(len(line) * 2_500 + 50)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0
    # The line that was cut is told; or all had been read before.
    assert b"not read as JSON" in err or out.count(b"\n") >= 2_990


def test_lost_rights_are_told(tmp_path):
    def as_nobody():
        if os.getuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)

    # Nobody must be able to reach the program and the files.
    shared = pathlib.Path("/tmp") / f"dateline-faults-{os.getpid()}"
    shared.mkdir(mode=0o755)
    try:
        program = shared / "dateline"
        shutil.copy(DATELINE, program)
        (shared / "a.txt").write_text(ARTICLE)
        (shared / "b.txt").write_text(ARTICLE)
        (shared / "b.txt").chmod(0)
        words = [program, "read", shared / "a.txt", shared / "b.txt"]
        done = subprocess.run(words, capture_output=True, preexec_fn=as_nobody, timeout=60)
        assert done.returncode == 0
        assert b"b.txt: the file may not be read" in done.stderr
        assert done.stdout.count(b"\n") == 1
        done = subprocess.run(
            [program, "build", "-o", shared / "sub/site", shared / "a.txt"], capture_output=True,
            preexec_fn=as_nobody, timeout=60)
        assert done.returncode == (2 if os.getuid() == 0 else 0)
        assert os.getuid() != 0 or b"no permission" in done.stderr
    finally:
        shutil.rmtree(shared)


def test_interrupted_leaves_nothing(tmp_path):
    pile = tmp_path / "pile.jsonl"
    pile.write_text("".join('{"text":"%s %d"}\n' % (SENTENCE, n) for n in range(30_000)))
    target = tmp_path / "out.json"
    target.write_text("old")
    # Whoever runs the tests in the background may have them ignore it.
    process = subprocess.Popen(
        [DATELINE, "extract", pile, "-o", target], stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=10)
    assert process.returncode == 130
    assert target.read_text() == "old"
    assert sorted(os.listdir(tmp_path)) == ["out.json", "pile.jsonl"]


def helper(path, script):
    path.write_text("#!/bin/sh\n" + script)
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    "script, message",
    [
        ("kill -9 $$", "came to nothing"),
        ("kill -SEGV $$", "came to nothing"),
        ("exit 3", "needs a password"),
        ("exit 1", "is damaged"),
        ("echo '{'", "cannot be understood"),
        ("exec cat /dev/zero", "more than 32 MiB"),
        ("exec sleep 60", "longer than 4 seconds"),
        ("echo '{\"pages\":[\"\"]}'", "holds no text"),
    ],
)
def test_pdf_helper_that_fails_costs_its_file(tmp_path, script, message):
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "a.txt").write_text(ARTICLE)
    (pile / "b.pdf").write_bytes(b"%PDF-1.4\n")
    program = helper(tmp_path / "helper", script)
    start = time.monotonic()
    done = run("read", pile, env={**os.environ, "DATELINE_PDF": str(program)})
    assert time.monotonic() - start < 20
    assert done.returncode == 0
    assert message in done.stderr.decode()
    assert done.stdout.count(b"\n") == 1


def test_pdf_without_helper_names_the_remedy(tmp_path):
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4\n")
    done = run("read", tmp_path, env={**os.environ, "DATELINE_PDF": "/nowhere"})
    assert done.returncode == 2
    assert b"make pdf" in done.stderr


def test_what_the_pdf_helper_writes_is_untrusted(tmp_path):
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile/bugle-2021-05-04-a.pdf").write_bytes(b"%PDF-1.4\n")
    program = helper(
        tmp_path / "helper",
        r"""printf '%s' '{"title":"\u001b[2J <b>x</b>","created":"2021-05-06T10:00:00+02:00","pages":["Envoys of Ruri-\ntania met in Klow on 3 May.\u0000"]}'""")
    done = run("read", tmp_path / "pile", env={**os.environ, "DATELINE_PDF": str(program)})
    import json

    article = json.loads(done.stdout)
    assert article["published"] == "2021-05-04"
    assert article["published_from"] == "filename"
    assert article["text"].startswith("Envoys of Ruri")
    assert b"\x1b" not in done.stdout


def damage(name):
    def cut(path):
        path.write_bytes(path.read_bytes()[:5000])

    def rubbish(path):
        path.write_bytes(random.Random(3).randbytes(50_000))

    def spots(path):
        data = bytearray(path.read_bytes())
        dice = random.Random(5)
        for _ in range(2_000):
            data[dice.randrange(len(data))] = dice.randrange(256)
        path.write_bytes(data)

    def foreign(path):
        path.unlink()
        database = sqlite3.connect(path)
        database.execute("CREATE TABLE annotations(key, value, checksum)")
        database.commit()
        database.close()

    def liar(path):
        """Rows swapped between articles."""
        database = sqlite3.connect(path)
        rows = database.execute("SELECT key, value, checksum FROM annotations").fetchall()
        for (key, _, _), (_, value, checksum) in zip(rows, rows[1:]):
            database.execute(
                "UPDATE annotations SET value = ?, checksum = ? WHERE key = ?",
                (value, checksum, key))
        database.commit()
        database.close()

    def link(path):
        path.unlink()
        path.symlink_to("/etc/passwd")

    return {f.__name__: f for f in (cut, rubbish, spots, foreign, liar, link)}[name]


@pytest.mark.parametrize("name", ["cut", "rubbish", "spots", "foreign", "liar", "link"])
def test_damaged_cache_is_never_trusted(tmp_path, graph, name):
    cache = tmp_path / "cache"
    run("extract", "--quiet", "--cache", cache, PILE)
    before = pathlib.Path("/etc/passwd").read_bytes()
    damage(name)(cache / "annotations.sqlite")
    for _ in range(2):
        done = run("extract", "--quiet", "--cache", cache, PILE)
        assert (done.returncode, done.stdout) == (0, graph)
    assert pathlib.Path("/etc/passwd").read_bytes() == before


def test_runs_at_once_share_a_cache(tmp_path, graph):
    results = []
    runs = [
        threading.Thread(
            target=lambda: results.append(
                run("extract", "--quiet", "--cache", tmp_path / "cache", PILE)))
        for _ in range(4)
    ]
    for one in runs:
        one.start()
    for one in runs:
        one.join()
    assert [(r.returncode, r.stdout == graph) for r in results] == [(0, True)] * 4


def test_cache_where_none_can_be(tmp_path):
    (tmp_path / "file").write_text("x")
    done = run("extract", "--cache", tmp_path / "file", PILE)
    assert done.returncode == 2
    assert b"cannot write" in done.stderr
