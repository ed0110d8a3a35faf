#!/usr/bin/env python3
"""Hostile inputs of our own making, and the run of each one under limits.

    hostile.py [--dateline BINARY] [--seconds 5] [--megabytes 1024] [--small] [NAME ...]

Every input is read, analysed and built into a site. It holds where the program neither crashes nor
hangs, stays within time and memory, says something about what it could not read, and lets no
control character of the input out. --small leaves out what is large, for slow builds.
"""

import argparse
import base64
import gzip
import io
import os
import pathlib
import random
import resource
import shutil
import socket
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
import zlib

SENTENCE = "Envoys of Ruritania and Borduria met in Klow on 3 May 2021 and agreed on a truce. "
PAGE = "<!doctype html><html><head><title>Talks</title></head><body><article>%s</article></body>"
CASES = {}
LARGE = set()
# Of these the whole text is an article, however odd: there is nothing to say about them.
READ_IN_FULL = set()


def case(name, data, large=False, speaks=True):
    """One file; `data` makes its bytes or, where it takes a path, what stands there."""
    CASES[name] = data
    if large:
        LARGE.add(name)
    if not speaks:
        READ_IN_FULL.add(name)


def text(value):
    return value.encode("utf-8", "surrogatepass")


def line(body, **fields):
    import json

    return text(json.dumps({"text": body, "source": "Bugle", "published": "2021-05-04", **fields}) + "\n")


def random_bytes(count, seed=7):
    return random.Random(seed).randbytes(count)


# JSON
case("deep-list.json", lambda: b"[" * 1_000_000)
case("deep-list-closed.json", lambda: b"[" * 500_000 + b"]" * 500_000)
case("deep-object.json", lambda: b'{"a":' * 500_000 + b"1" + b"}" * 500_000)
case("deep-object.jsonl", lambda: b'{"text":' * 300_000 + b'"a"' + b"}" * 300_000 + b"\n")
case("deep-mapped.jsonl", lambda: b'{"article":' * 300_000 + b"1" + b"}" * 300_000 + b"\n")
case("long-line.jsonl", lambda: b'{"text":"' + b"a" * 100_000_000 + b'"}\n', large=True)
case("long-line-no-end.jsonl", lambda: b'{"text":"' + b"word " * 20_000_000, large=True)
case("long-text.jsonl", lambda: line(SENTENCE * 100_000), large=True, speaks=False)
case("long-word.jsonl", lambda: line("a" * 8_000_000), large=True, speaks=False)
case("long-capitals.jsonl", lambda: line("Klow " * 1_000_000), large=True, speaks=False)
case("long-digits.jsonl", lambda: line("2021-05-03 " * 300_000), large=True, speaks=False)
case("long-number.jsonl", lambda: line("It cost " + "9" * 3_000_000 + " dollars on 3 May 2021."), speaks=False)
case("commas.jsonl", lambda: line("Klow, " * 500_000), large=True, speaks=False)
case("dots.jsonl", lambda: line("U.N. " * 500_000), large=True, speaks=False)
case("quotes.jsonl", lambda: line('"' * 2_000_000), large=True, speaks=False)
case("brackets.jsonl", lambda: line("(" * 2_000_000), large=True, speaks=False)
case("hyphens.jsonl", lambda: line("-" * 2_000_000 + " a-b" * 200_000), large=True, speaks=False)
case("apostrophes.jsonl", lambda: line("'s " * 800_000), large=True, speaks=False)
case("newlines.jsonl", lambda: line("\n" * 2_000_000 + "Talks."), large=True, speaks=False)
case("blanks.jsonl", lambda: line(" " * 4_000_000 + "Talks."), large=True, speaks=False)
case("and-and.jsonl", lambda: line("and of the " * 400_000), large=True, speaks=False)
case("months.jsonl", lambda: line("May March " * 300_000), large=True, speaks=False)
case("said.jsonl", lambda: line("said that he said that " * 100_000), large=True, speaks=False)
case("ordinals.jsonl", lambda: line("the 13th round of the 12th " * 100_000), large=True, speaks=False)
case("hundreds.jsonl", lambda: line("hundred thousand million " * 100_000 + "people were killed."), large=True, speaks=False)
case("names.jsonl", lambda: line(" ".join(f"Mr Aa{n:x} Bb{n:x} met Cc{n:x}." for n in range(60_000))), large=True, speaks=False)
case("undated.jsonl", lambda: line("".join(f"Gunmen attacked a village near Karsovia. Soldiers arrested {n % 9 + 2} men. " for n in range(7_000))), large=True, speaks=False)
case("only-articles.jsonl", lambda: b"".join(line(f"A bomb killed seven people in {p} on Monday. Gunmen attacked the town of {p}, in {p} province.", id=p) for p in ("El Al", "Al Al", "al-El")), speaks=False)
case("one.json", lambda: line(SENTENCE * 60_000), large=True, speaks=False)
case("one-sentence.jsonl", lambda: line(("Envoys of Ruritania and Borduria met in Klow on 3 May 2021 and " * 20_000)), large=True, speaks=False)
case("accents.jsonl", lambda: line("a" + "\u0301" * 2_000_000), large=True, speaks=False)
case("emoji.jsonl", lambda: line("\U0001f468\u200d\U0001f469\u200d" * 300_000), large=True, speaks=False)
case("bidi.jsonl", lambda: line("\u202e\u2066" * 100_000 + SENTENCE + "\u2069"), speaks=False)
case("escapes.jsonl", lambda: line("\x1b[2J\x1b]0;owned\x07\x9b31m" + SENTENCE, title="\x1b[31mred", source="\x1b[5mBugle"), speaks=False)
case("escapes-in-fault.jsonl", lambda: b'{"\x1b[2J\n' + text('{"text": 7, "id": "\\u001b[2J"}\n'))
case("markup.jsonl", lambda: line("<script>alert(1)</script> " + SENTENCE, title="</title><script>alert(1)</script>", source='"><img src=x onerror=alert(1)>', url="javascript:alert(1)"), speaks=False)
case("dot-injection.jsonl", lambda: line('"];x[URL="javascript:1"] met Ruritania\\N\\l&amp; on 3 May 2021. ' + SENTENCE), speaks=False)
case("nul.jsonl", lambda: line("a\0b" * 1000 + SENTENCE, title="\0"), speaks=False)
case("raw-nul.jsonl", lambda: b'{"text":"a\0b"}\n')
case("nul-only.jsonl", lambda: b"\0" * 10_000_000)
case("lone-surrogates.jsonl", lambda: b'{"text":"\\ud800 \\udc00 \\ud800\\ud800 talks"}\n', speaks=False)
case("broken-utf8.jsonl", lambda: b'{"text":"\xff\xfe\xc0\x80\xed\xa0\x80\xf4\x90\x80\x80 talks"}\n')
case("huge-number.jsonl", lambda: b'{"text":"Talks.","id":' + b"9" * 1_000_000 + b"}\n")
case("huge-power.jsonl", lambda: b'{"text":"Talks.","published":1e999999999}\n')
case("minus-power.jsonl", lambda: b'{"text":"Talks.","id":-1e-999999999}\n', speaks=False)
case("many-keys.jsonl", lambda: text("{" + ",".join(f'"k{n}":{n}' for n in range(400_000)) + ',"text":"Talks."}\n'), large=True, speaks=False)
case("same-key.jsonl", lambda: text("{" + ",".join('"text":"Talks."' for n in range(200_000)) + "}\n"), large=True, speaks=False)
case("unfinished.jsonl", lambda: b'{"text":"Talks')
case("escape-end.jsonl", lambda: b'{"text":"Talks\\')
case("bad-escape.jsonl", lambda: b'{"text":"Talks\\u12"}\n')
case("same-id.jsonl", lambda: line("One.", id="a") + line("Two.", id="a"))
case("path-id.jsonl", lambda: line(SENTENCE, id="../../etc/passwd\n<b>"), speaks=False)
case("long-id.jsonl", lambda: line(SENTENCE, id="x" * 1_000_000), speaks=False)
case("long-source.jsonl", lambda: line(SENTENCE, source="x" * 1_000_000), speaks=False)
case("long-title.jsonl", lambda: line(SENTENCE, title="Klow " * 100_000), speaks=False)
case("many-lines.jsonl", lambda: b"".join(line(f"Talks {n}.") for n in range(10_000)), large=True, speaks=False)
case("bad-lines.jsonl", lambda: b"{\n" * 200_000)
case("bad-dates.jsonl", lambda: b"".join(line(SENTENCE + str(n), published=d) for n, d in enumerate(
    ["0000-00-00", "2021-02-30", "9" * 100_000, "-99999999999999999999", "2021-13", "١٤٤٢", "\x1b[2J", "12:00", "2021-05-04T99:99:99+99:99"])))
case("far-dates.jsonl", lambda: line("It began in 99999999999 BC, on 31 February 0000, in the year 292277026597 and 10^99 years ago; in 999999 years, 88888888888888888888 days ago, it will end."), speaks=False)
case("utf16.jsonl", lambda: '{"text":"Talks."}\n'.encode("utf-16"))
case("empty.jsonl", lambda: b"")
case("blank.jsonl", lambda: b"\n" * 3_000_000)
case("graph-bad.json", lambda: b'{"format":"dateline-event-graph","version":1,"events":[{"id":7}]}')
case("graph-future.json", lambda: b'{"format":"dateline-event-graph","version":99}')
case("graph-loops.json", lambda: b'{"format":"dateline-event-graph","version":1,"sources":[],"articles":[],"actors":[],"events":[],"relations":[{"kind":"before","from":"a","to":"a"}]}')
case("graph-deep.json", lambda: b'{"format":"dateline-event-graph","version":1,"events":' + b"[" * 200_000)

# HTML
case("deep.html", lambda: text(PAGE % ("<div>" * 200_000 + SENTENCE)))
case("deep-inline.html", lambda: text(PAGE % ("<b>" * 300_000 + SENTENCE)))
case("deep-tables.html", lambda: text(PAGE % ("<table><tr><td>" * 60_000 + SENTENCE)))
case("deep-lists.html", lambda: text(PAGE % ("<ul><li>" * 100_000 + SENTENCE)))
case("deep-closed.html", lambda: text(PAGE % ("<div>" * 100_000 + SENTENCE + "</div>" * 100_000)))
case("misnested.html", lambda: text(PAGE % ("<b><i></b><p></i>" * 60_000 + SENTENCE)), speaks=False)
case("links.html", lambda: text(PAGE % ("<a href=x>" * 200_000 + SENTENCE)), speaks=False)
case("paragraphs.html", lambda: text(PAGE % ("<p>" + SENTENCE) * 1) + text("<p>x" * 1_000_000), speaks=False)
case("million-tags.html", lambda: text(PAGE % ("<br>" * 1_000_000 + SENTENCE)), speaks=False)
case("million-articles.html", lambda: text(PAGE % ("<article>a</article>" * 300_000 + SENTENCE)), speaks=False)
case("unclosed-tags.html", lambda: text(PAGE % ("<p " * 1_000_000)))
case("open-angle.html", lambda: text(PAGE % ("<" * 3_000_000 + SENTENCE)), speaks=False)
case("close-tags.html", lambda: text(PAGE % ("</p>" * 1_000_000 + SENTENCE)), speaks=False)
case("attributes.html", lambda: text(PAGE % ("<p " + " ".join(f"a{n}=b" for n in range(1_000_000)) + ">" + SENTENCE)))
case("attributes-4999.html", lambda: text(PAGE % (("<p " + " ".join(f"a{n}=b" for n in range(4_990)) + ">" + SENTENCE) * 40)), speaks=False)
case("long-attribute.html", lambda: text(PAGE % ("<p class='" + "a " * 3_000_000 + "'>" + SENTENCE)), speaks=False)
case("many-classes.html", lambda: text(PAGE % (("<div class='" + "nav side " * 50 + "'>x</div>") * 10_000 + SENTENCE)), speaks=False)
case("comment.html", lambda: text(PAGE % ("<!--" + "-" * 5_000_000 + SENTENCE)))
case("comments.html", lambda: text(PAGE % ("<!-- saved from url=(0014)about:internet -->" * 100_000 + SENTENCE)), speaks=False)
case("cdata.html", lambda: text(PAGE % ("<![CDATA[" * 200_000 + SENTENCE)), speaks=False)
case("scripts.html", lambda: text(PAGE % ("<script>" + "<!--" * 500_000 + SENTENCE)))
case("script-million.html", lambda: text(PAGE % ("<script></script>" * 300_000 + SENTENCE)), speaks=False)
case("linked-data.html", lambda: text(PAGE % ('<script type="application/ld+json">' + "[" * 500_000 + "</script>" + SENTENCE)), speaks=False)
case("linked-data-deep.html", lambda: text(PAGE % ('<script type="application/ld+json">' + '{"@graph":' * 300_000 + "</script>" + SENTENCE)), speaks=False)
case("linked-data-many.html", lambda: text(PAGE % ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"x"}</script>' * 50_000 + SENTENCE)), speaks=False)
case("metas.html", lambda: text("<html><head>" + '<meta property="og:title" content="x">' * 150_000 + "</head><body><p>" + SENTENCE), speaks=False)
case("times.html", lambda: text(PAGE % ("<time datetime=2021-05-03>3 May</time>" * 150_000 + SENTENCE)), speaks=False)
case("dates.html", lambda: text(PAGE % ("<p>3 May 2021</p>" * 200_000 + SENTENCE)), speaks=False)
case("headings.html", lambda: text(PAGE % ("<h1>Talks</h1>" * 200_000 + SENTENCE)), speaks=False)
case("figures.html", lambda: text(PAGE % ("<figure><figcaption>A.</figcaption></figure>" * 100_000 + SENTENCE)), speaks=False)
case("entities.html", lambda: text(PAGE % ("&amp;" * 1_500_000)), speaks=False)
case("odd-entities.html", lambda: text(PAGE % ("&#x110000;&#0;&#xd800;&bogus;&#99999999999999999999;" * 20_000 + SENTENCE)), speaks=False)
case("numeric-nul.html", lambda: text(PAGE % ("&#0;&#27;[2J&#x9b;31m&#x202e;" * 1000 + SENTENCE)), speaks=False)
case("entity-bomb.html", lambda: b'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><p>&b;' + text(SENTENCE), speaks=False)
case("nul.html", lambda: text(PAGE % SENTENCE).replace(b" ", b"\0 "), speaks=False)
case("nul-first.html", lambda: b"\0\0<html>" + text(SENTENCE))
case("broken-utf8.html", lambda: b'<html><meta charset=utf-8><p>' + b"\xff\xc0\xaf" * 10_000 + text(SENTENCE))
case("wrong-charset.html", lambda: b'<html><meta charset="utf-7"><p>+ADw-script+AD4- ' + text(SENTENCE), speaks=False)
case("no-such-charset.html", lambda: b'<html><meta charset="x-' + b"y" * 100_000 + b'"><p>' + text(SENTENCE), speaks=False)
case("utf16.html", lambda: (PAGE % (SENTENCE * 3)).encode("utf-16"), speaks=False)
case("utf16-odd.html", lambda: (PAGE % (SENTENCE * 3)).encode("utf-16") + b"\xd8")
case("utf32.html", lambda: (PAGE % SENTENCE).encode("utf-32"), speaks=False)
case("large.html", lambda: text(PAGE % ("<p>" + SENTENCE) * 1) + text("<p>" + SENTENCE) * 110_000)
case("huge.html", lambda: text(PAGE % "") + b"<p>word " * 12_000_000, large=True)
case("svg.html", lambda: text(PAGE % ("<svg>" * 100_000 + "<title>" * 1000 + SENTENCE)), speaks=False)
case("templates.html", lambda: text(PAGE % ("<template>" * 100_000 + SENTENCE)))
case("frames.html", lambda: text(PAGE % ('<iframe srcdoc="' + "&lt;p&gt;" * 200_000 + '">' + SENTENCE)), speaks=False)
case("base.html", lambda: text('<html><base href="javascript:alert(1)//"><link rel=canonical href="data:text/html,x">' + PAGE % SENTENCE), speaks=False)
case("no-text.html", lambda: b"<html><body></body></html>")
case("random.html", lambda: b"<html>" + random_bytes(3_000_000))
case("random-tags.html", lambda: text("<html>" + "".join(random.Random(3).choices(["<p>", "</div>", "<b>", "<table>", "</td>", "<a href=x>", "word. ", "<!--", "-->", "<li>"], k=400_000))))

# Feeds
FEED = '<?xml version="1.0"?><rss><channel><title>Bugle</title>%s</channel></rss>'
ITEM = "<item><title>T</title><guid>%d</guid><description>" + SENTENCE + "</description></item>"
case("items.rss", lambda: text(FEED % "".join(ITEM % n for n in range(30_000))), large=True, speaks=False)
case("items-many.rss", lambda: text(FEED % "".join(f"<item><guid>{n}</guid><description>d{n}</description></item>" for n in range(100_000))), large=True, speaks=False)
case("items-empty.rss", lambda: text(FEED % ("<item/>" * 100_000)))
case("same-guid.rss", lambda: text(FEED % "".join(f"<item><guid>a</guid><description>Talks {n}.</description></item>" for n in range(5_000))), speaks=False)
LOL = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lol">' + "".join(f'<!ENTITY {chr(98+n)} "{("&" + chr(97+n) + ";") * 10}">' for n in range(9)) + "]>"
case("lol.rss", lambda: text(LOL + "<rss><channel><item><description>&j;</description></item></channel></rss>"))
case("lol-attribute.rss", lambda: text(LOL + '<rss><channel><item><link href="&j;"/><description>&j;</description></item></channel></rss>'))
case("quadratic-entity.rss", lambda: text('<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "' + "a" * 100_000 + '">]><rss><channel><item><description>' + "&a;" * 100_000 + "</description></item></channel></rss>"))
case("external-entity.rss", lambda: b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><title>T</title><description>Talks. &a;</description></item></channel></rss>', speaks=False)
case("external-dtd.rss", lambda: b'<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd"><rss><channel><item><title>T</title><description>Talks.</description></item></channel></rss>', speaks=False)
case("parameter-entity.rss", lambda: b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY % a SYSTEM "file:///dev/zero"> %a;]><rss><channel><item><description>Talks.</description></item></channel></rss>', speaks=False)
case("xinclude.rss", lambda: b'<?xml version="1.0"?><rss xmlns:xi="http://www.w3.org/2001/XInclude"><channel><item><description>Talks. <xi:include href="/etc/passwd" parse="text"/></description></item></channel></rss>', speaks=False)
case("deep.rss", lambda: text(FEED % ("<item>" * 200_000)))
case("deep.atom", lambda: b"<feed>" + b"<entry><content type='xhtml'>" + b"<div>" * 100_000)
case("attributes.rss", lambda: text(FEED % ("<item " + " ".join(f'a{n}="b"' for n in range(300_000)) + "/>")))
case("namespaces.rss", lambda: text("<rss " + " ".join(f'xmlns:n{n}="u{n}"' for n in range(4_900)) + "><channel>" + "<item><title>T</title></item>" * 10_000 + "</channel></rss>"))
case("nested-cdata.rss", lambda: text(FEED % ("<item><description><![CDATA[" + "<div>" * 100_000 + SENTENCE + "]]></description></item>")), speaks=False)
case("cut.rss", lambda: text((FEED % (ITEM % 1))[:-40]))
case("latin.rss", lambda: '<?xml version="1.0" encoding="no-such"?><rss><channel><item><description>é Talks.</description></item></channel></rss>'.encode("latin-1"))
case("not-a-feed.xml", lambda: b"<a/>")

# Tables
case("wide.csv", lambda: text(",".join(f"c{n}" for n in range(500_000)) + ",text\n" + "," * 500_000 + "Talks.\n"), large=True, speaks=False)
case("quote.csv", lambda: b'text,source\n"' + b"a,\n" * 20_000_000, large=True)
case("quotes.csv", lambda: b"text\n" + b'""' * 5_000_000 + b"\n")
case("no-header.csv", lambda: b"a,b\n1,2\n")
case("rows.csv", lambda: b"text,source\n" + b"Talks.,Bugle\n" * 200_000, large=True, speaks=False)
case("ragged.csv", lambda: b"text,source,url\n" + b"a\nb,c,d,e,f,g\n" * 1000)
case("formula.csv", lambda: b"text,source\n=HYPERLINK(\"x\"),=1+1\n", speaks=False)
case("header-only.csv", lambda: b"text,source\n")
case("returns.csv", lambda: b"text,source\r" + b"Talks in Klow.,B\r" * 1000, speaks=False)
case("nul.csv", lambda: b"text,source\n\0\0,\0\n")
case("same-columns.csv", lambda: b"text," * 100_000 + b"\n" + b"a," * 100_000 + b"\n", speaks=False)

# WARC
def warc(body, length=None, kind="response", extra=b""):
    head = b"WARC/1.0\r\nWARC-Type: " + kind.encode() + b"\r\nWARC-Target-URI: http://x.example/a\r\n" + extra
    return head + b"Content-Length: " + str(len(body) if length is None else length).encode() + b"\r\n\r\n" + body + b"\r\n\r\n"

def http(body, extra=b""):
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + extra + b"\r\n" + body

case("huge-length.warc", lambda: warc(b"x", length=10**18))
case("over-length.warc", lambda: warc(b"x", length=10**30))
case("minus-length.warc", lambda: warc(b"x", length=-1))
case("no-length.warc", lambda: b"WARC/1.0\r\nWARC-Type: response\r\n\r\nx")
case("endless-head.warc", lambda: b"WARC/1.0\r\n" + b"X-Header: y\r\n" * 4_000_000, large=True)
case("endless-names.warc", lambda: b"WARC/1.0\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(2_000_000)), large=True)
case("endless-line.warc", lambda: b"WARC/1.0\r\nX: " + b"y" * 50_000_000)
case("cut.warc", lambda: warc(http(text(PAGE % SENTENCE)))[:-100])
case("garbage-after.warc", lambda: warc(http(text(PAGE % SENTENCE))) + random_bytes(100_000))
case("many-records.warc", lambda: warc(b"x", kind="metadata") * 200_000, large=True)
case("chunks.warc", lambda: warc(http(b"ffffffffffffffff\r\nx", b"Transfer-Encoding: chunked\r\n")))
case("one-byte-chunks.warc", lambda: warc(http(b"1\r\na\r\n" * 1_000_000 + b"0\r\n\r\n", b"Transfer-Encoding: chunked\r\n")), large=True, speaks=False)
case("gzip-bomb-inside.warc", lambda: warc(http(gzip.compress(b"\0" * 200_000_000), b"Content-Encoding: gzip\r\n")))
case("no-page.warc", lambda: warc(http(b"x").replace(b"200 OK", b"404 Gone")))
case("http-head.warc", lambda: warc(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 2_000_000))
case("not-gzip.warc", lambda: warc(http(b"plain", b"Content-Encoding: gzip\r\n")), speaks=False)

# Compressed and packed
def tar(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for info, data in members:
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()

def member(name, data=b"", **fields):
    info = tarfile.TarInfo(name)
    info.size = len(data)
    for key, value in fields.items():
        setattr(info, key, value)
    return info, data

def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()

def gzip_onion():
    data = b"Talks."
    for _ in range(50):
        data = gzip.compress(data)
    return data

def zip_onion():
    data = zipped([("a.txt", text(SENTENCE))])
    for _ in range(20):
        data = zipped([("a.zip", data)])
    return data

def gzip_quine():
    # Members without end, each empty.
    return gzip.compress(b"") * 500_000

case("bomb.txt.gz", lambda: zlib_stream(b" " * (1 << 20), 1000), large=True)
case("bomb.jsonl.gz", lambda: zlib_stream(b'{"text":"a"}' * 50_000, 600), large=True)
case("onion.gz", gzip_onion)
case("members.gz", gzip_quine)
case("cut.txt.gz", lambda: gzip.compress(text(SENTENCE * 1000))[:-20])
case("damaged.txt.gz", lambda: b"\x1f\x8b\x08\0" + random_bytes(100_000))
case("junk-behind.jsonl.gz", lambda: gzip.compress(line(SENTENCE)) + b"junk" + gzip.compress(line(SENTENCE)))
case("head.gz", lambda: b"\x1f\x8b")
case("bomb.zip", lambda: zipped([("a.txt", b"\0" * 300_000_000)]), large=True)
case("bombs.zip", lambda: zipped([(f"{n}.txt", b"a" * 10_000_000) for n in range(30)]), large=True)
case("onion.zip", zip_onion)
case("paths.zip", lambda: zipped([("../../evil.txt", b"x"), ("/etc/evil.txt", b"x"), ("a\\..\\..\\b.txt", b"x"), ("C:\\x.txt", b"x")]))
case("names.zip", lambda: zipped([("\x1b[2J\u202e.txt", text(SENTENCE)), ("n" * 60_000 + ".txt", text(SENTENCE))]), speaks=False)
case("members.zip", lambda: zipped([(f"{n}.txt", b"Talks %d." % n) for n in range(50_000)]), large=True, speaks=False)
case("empty-members.zip", lambda: zipped([(f"{n}.txt", b"") for n in range(30_000)]), large=True)
case("cut.zip", lambda: zipped([("a.txt", text(SENTENCE * 1000)), ("b.txt", text(SENTENCE))])[:200])
case("head.zip", lambda: b"PK\x03\x04")
case("empty.zip", lambda: b"PK\x05\x06" + b"\0" * 18)
case("random.zip", lambda: b"PK\x03\x04" + random_bytes(1_000_000))
case("encrypted.zip", lambda: bytes(b if i != 6 else b | 1 for i, b in enumerate(zipped([("a.txt", text(SENTENCE))]))))
case("links.tar.gz", lambda: tar([member("a.txt", type=tarfile.SYMTYPE, linkname="/etc/passwd"), member("b.txt", type=tarfile.LNKTYPE, linkname="../../etc/passwd"), member("c", type=tarfile.CHRTYPE, devmajor=1, devminor=5), member("d", type=tarfile.FIFOTYPE)]))
case("paths.tar.gz", lambda: tar([member("../../evil.txt", b"x"), member("/etc/evil.txt", b"x")]))
case("long-name.tar.gz", lambda: tar([member("n/" * 30_000 + "a.txt", text(SENTENCE))]), speaks=False)
case("cut.tar.gz", lambda: tar([member("a.txt", text(SENTENCE * 100))])[:150])
case("sparse.tar", lambda: b"a.txt" + b"\0" * 95 + b"0000644\0" + b"0" * 16 + b"77777777777\0" + b"0" * 12 + b"        0" + b"\0" * 100 + b"ustar\0" + b"00" + b"\0" * 247)

def zlib_stream(block, count):
    """A gzip file of `count` blocks without holding them all."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(block) for _ in range(count)) + packer.flush()

# Mail
def mail(head, body):
    return text(f"From: Bugle <b@x.example>\nDate: Tue, 4 May 2021 10:00:00 +0000\nSubject: Talks\n{head}\n{body}")

case("parts.eml", lambda: mail('Content-Type: multipart/mixed; boundary="b"\n', "--b\n\nx\n" * 200_000), speaks=False)
case("deep.eml", lambda: mail('Content-Type: multipart/mixed; boundary="b0"\n', "".join(f'--b{n}\nContent-Type: multipart/mixed; boundary="b{n+1}"\n\n' for n in range(5_000)) + "x"))
case("same-boundary.eml", lambda: mail('Content-Type: multipart/mixed; boundary="b"\n', '--b\nContent-Type: multipart/mixed; boundary="b"\n\n' * 50_000))
case("folded.eml", lambda: mail("X: a\n" + " b\n" * 1_000_000, SENTENCE), speaks=False)
case("headers.eml", lambda: mail("".join(f"X{n}: a\n" for n in range(300_000)), SENTENCE), large=True, speaks=False)
case("words.eml", lambda: mail("", SENTENCE).replace(b"Subject: Talks", b"Subject: " + b"=?utf-8?q?=41?= " * 200_000), speaks=False)
case("equals.eml", lambda: mail("", SENTENCE).replace(b"Subject: Talks", b"Subject: " + b"=" * 400_000), speaks=False)
case("question-marks.eml", lambda: mail("", SENTENCE).replace(b"Subject: Talks", b"Subject: " + b"=?" * 300_000), speaks=False)
case("brackets.eml", lambda: mail("", SENTENCE).replace(b"From: Bugle", b"From: " + b"<" * 60_000), speaks=False)
case("base64.eml", lambda: mail("Content-Transfer-Encoding: base64\n", base64.b64encode(random_bytes(3_000_000)).decode()))
case("quoted.eml", lambda: mail("Content-Transfer-Encoding: quoted-printable\n", "=" * 3_000_000), speaks=False)
case("no-body.eml", lambda: b"From: a\n")
case("froms.mbox", lambda: b"From a\nDate: x\n\n" * 300_000)
case("letters.mbox", lambda: b"".join(b"From a\n" + mail("", SENTENCE + str(n)) + b"\n\n" for n in range(10_000)), large=True, speaks=False)
case("one-letter.mbox", lambda: b"From a\nDate: x\n\n" + b"x\n" * 25_000_000, large=True)

# Text and front matter
case("front-matter.txt", lambda: b"---\n" + b"a: b\n" * 500_000)
case("front-matter-deep.md", lambda: b"---\nsource: " + b"[" * 500_000 + b"\n---\nTalks.\n", speaks=False)
case("front-matter-bad.md", lambda: b"---\npublished: 99-99\nlanguage: \x1b[2J\n---\n" + text(SENTENCE))
case("front-matter-nul.md", lambda: b"---\nsource: a\0b\n---\n" + text(SENTENCE), speaks=False)
case("random.txt", lambda: random_bytes(2_000_000))
case("nul.txt", lambda: b"\0" * 1_000_000)
case("utf16.txt", lambda: SENTENCE.encode("utf-16"), speaks=False)
case("utf16-lone.txt", lambda: b"\xff\xfe" + b"\x00\xd8" * 1000 + SENTENCE.encode("utf-16-le"))
case("broken.txt", lambda: text(SENTENCE) + b"\xff\xfe\xfd" * 100_000)
case("marks.txt", lambda: b"\xef\xbb\xbf" * 100_000 + text(SENTENCE), speaks=False)
case("returns.txt", lambda: b"\r" * 3_000_000 + text(SENTENCE), speaks=False)
case("controls.txt", lambda: bytes(range(1, 32)) * 1000 + text(SENTENCE), speaks=False)
case("separators.txt", lambda: text("\u2028\u2029\u0085\u000b\u000c" * 100_000 + SENTENCE), speaks=False)
case("large.txt", lambda: text(SENTENCE) * 500_000, large=True)
case("fake.pdf", lambda: b"%PDF-1.7\n" + random_bytes(100_000))
case("empty.pdf", lambda: b"%PDF-")
case("png.html", lambda: b"\x89PNG\r\n\x1a\n" + random_bytes(10_000))
case("elf.txt", lambda: b"\x7fELF" + random_bytes(10_000))


# What stands in a folder
def folder(name, make, speaks=True):
    CASES[name] = make
    make.is_folder = True
    if not speaks:
        READ_IN_FULL.add(name)


def good(path):
    (path / "good.txt").write_text("---\nsource: Bugle\npublished: 2021-05-04\n---\n" + SENTENCE)


def loops(path):
    good(path)
    (path / "sub").mkdir()
    (path / "sub" / "up").symlink_to("..")
    (path / "self").symlink_to("self")
    (path / "a").symlink_to("b")
    (path / "b").symlink_to("a")


def pipes(path):
    good(path)
    os.mkfifo(path / "pipe.jsonl")
    here = os.getcwd()
    os.chdir(path)
    server = socket.socket(socket.AF_UNIX)
    server.bind("socket.txt")
    server.close()
    os.chdir(here)


def devices(path):
    good(path)
    for name in ("zero", "null", "random", "full", "tty"):
        (path / f"{name}.txt").symlink_to(f"/dev/{name}")


def outside(path):
    good(path)
    (path / "passwd.txt").symlink_to("/etc/passwd")
    (path / "etc").symlink_to("/etc")


def manifest_device(path):
    good(path)
    (path / "articles.csv").symlink_to("/dev/zero")


def deep_folders(path):
    good(path)
    here = os.getcwd()
    os.chdir(path)
    for _ in range(300):
        os.mkdir("d")
        os.chdir("d")
    pathlib.Path("a.txt").write_text(SENTENCE)
    os.chdir(here)


def many_files(path):
    for n in range(3_000):
        (path / f"{n}.txt").write_text(f"Talks {n}.")


def odd_names(path):
    good(path)
    for name in (b"\xff\xfe.txt", b"\x1b[2J.txt", b"a\nb.txt", "\u202etxt.exe.txt".encode(), b"-o.txt", b"a;rm.txt", b"x" * 250 + b".txt"):
        pathlib.Path(os.fsdecode(os.fsencode(path) + b"/" + name)).write_text(SENTENCE + repr(name))


def forbidden(path):
    good(path)
    (path / "secret.txt").write_text(SENTENCE)
    (path / "secret.txt").chmod(0)


def dangling(path):
    good(path)
    (path / "gone.txt").symlink_to("/no/such/file")
    (path / "empty").mkdir()


def manifest(name, table):
    def make(path):
        (path / "a.txt").write_text(SENTENCE)
        (path / name).write_bytes(table())
    return make


def pipe(path):
    os.mkfifo(path)


def device(name):
    return lambda path: path.symlink_to(f"/dev/{name}")


pipe.is_special = True
folder("loops", loops)
folder("pipes", pipes, speaks=False)
folder("devices", devices)
folder("outside", outside)
folder("manifest-device", manifest_device)
folder("deep-folders", deep_folders)
folder("many-files", many_files, speaks=False)
folder("odd-names", odd_names, speaks=False)
folder("forbidden", forbidden, speaks=False)  # root reads all
folder("dangling", dangling)
folder("nothing", lambda path: None)
folder("manifest-paths", manifest("articles.csv", lambda: b"file,source\n../../etc/passwd,x\n/etc/passwd,y\na.txt,Bugle\n"), speaks=False)
folder("manifest-long", manifest("articles.csv", lambda: b'file,source\n"' + b"a" * 40_000_000))
folder("manifest-rows", manifest("articles.tsv", lambda: b"file\tsource\n" + b"".join(b"%d.txt\tx\n" % n for n in range(300_000))), speaks=False)
folder("manifest-nul", manifest("articles.csv", lambda: b"\0" * 1_000_000))
folder("manifest-bad", manifest("articles.csv", lambda: b"file,published\na.txt,99-99-99\n"))
CASES["pipe.jsonl"] = pipe
for name in ("zero", "full", "random"):
    CASES[f"device-{name}"] = device(name)
    CASES[f"device-{name}"].is_special = True
CASES["device-null"] = device("null")
CASES["device-null"].is_special = True


def make(name, root):
    """Writes the case `name` below `root` and gives back its path."""
    data = CASES[name]
    path = root / name
    if getattr(data, "is_folder", False):
        path.mkdir()
        data(path)
    elif getattr(data, "is_special", False):
        data(path)
    else:
        path.write_bytes(data())
    return path


class Run:
    """What one command did."""

    def __init__(self, words, seconds, megabytes, folder):
        def limit():
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_FSIZE, (2 << 30, 2 << 30))

        out = tempfile.TemporaryFile(dir=folder)
        err = tempfile.TemporaryFile(dir=folder)
        start = time.monotonic()
        process = subprocess.Popen(
            [str(word) for word in words], stdin=subprocess.DEVNULL, stdout=out, stderr=err,
            preexec_fn=limit, start_new_session=True)
        self.hangs = False
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - start > 3 * seconds:
                process.kill()
                self.hangs = True
                _, status, usage = os.wait4(process.pid, 0)
                break
            time.sleep(0.01)
        process.returncode = 0
        self.wall = time.monotonic() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        self.status = os.waitstatus_to_exitcode(status)
        out.seek(0)
        self.out = out.read(64 << 20)
        err.seek(0)
        self.err = err.read(8 << 20)
        self.faults = []
        if self.hangs or self.cpu > seconds:
            self.faults.append(f"{self.cpu:.1f} s")
        if self.memory > megabytes:
            self.faults.append(f"{self.memory:.0f} MB")
        if self.status not in (0, 1, 2):
            self.faults.append(f"exit status {self.status}")
        for name, printed in (("output", self.out), ("messages", self.err)):
            try:
                decoded = printed.decode("utf-8")
            except UnicodeDecodeError:
                if len(printed) < 8 << 20:
                    self.faults.append(f"{name} is not UTF-8")
                continue
            if name == "messages" and any(
                ord(c) < 32 and c != "\n" or 127 <= ord(c) < 160 or c in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069" for c in decoded
            ):
                self.faults.append("a control character in messages")
        if len(self.err) > 100_000:
            self.faults.append(f"{len(self.err)} bytes of messages")
        if self.status == 2 and not self.err.strip():
            self.faults.append("fails in silence")


COMMANDS = {
    "read": lambda path, folder: ["read", path],
    "build": lambda path, folder: ["build", path, "-o", folder / "site"],
    "timeline": lambda path, folder: ["timeline", path, "--colour", "never"],
}


def try_case(name, dateline, seconds, megabytes, commands):
    """The faults of a case, and the slowest and the largest of its runs."""
    faults = []
    worst = [0.0, 0.0]
    with tempfile.TemporaryDirectory(prefix="dateline-hostile-") as folder:
        root = pathlib.Path(folder)
        path = make(name, root)
        for command in commands:
            scratch = root / f"scratch-{command}"
            scratch.mkdir()
            run = Run([dateline, *COMMANDS[command](path, scratch)], seconds, megabytes, scratch)
            worst = [max(worst[0], run.cpu), max(worst[1], run.memory)]
            faults += [f"{command}: {fault}" for fault in run.faults]
            if command == "read" and name not in READ_IN_FULL and not run.err.strip():
                faults.append("read: nothing is said")
            if command == "timeline" and any(
                c < 32 and c != 10 or c == 127 for c in run.out
            ):
                faults.append("timeline: a control character in the text")
        left = [str(p.relative_to(root)) for p in root.rglob("*dateline-[0-9]*")]
        if left:
            faults.append(f"left behind: {left}")
    return faults, worst


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--dateline", default=".build/release/dateline")
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--megabytes", type=float, default=1024)
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--commands", default="read,build,timeline")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    names = options.names or [n for n in CASES if not (options.small and n in LARGE)]
    bad = 0
    slowest = largest = (0.0, "")
    for name in names:
        faults, (cpu, memory) = try_case(
            name, options.dateline, options.seconds, options.megabytes, options.commands.split(","))
        slowest = max(slowest, (cpu, name))
        largest = max(largest, (memory, name))
        if faults or options.verbose:
            print(f"{name}\t{cpu:.2f} s\t{memory:.0f} MB\t{'; '.join(faults) or 'holds'}", flush=True)
        bad += bool(faults)
    print(
        f"{len(names) - bad} of {len(names)} hostile inputs hold; slowest {slowest[0]:.1f} s "
        f"({slowest[1]}), largest {largest[0]:.0f} MB ({largest[1]})")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
