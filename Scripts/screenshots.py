#!/usr/bin/env python3
"""screenshots.py SITE OUT: takes the README's pictures of a built site in a real Chromium.

Four of the timeline (desktop, mobile, dark, print) and one each of the comparison, the actor graph and the timeline picture."""
import os
import pathlib
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
PICTURES = [
    # name, file, width, height, colour scheme
    ("timeline-desktop", "index.html", 1280, 960, "light"),
    ("timeline-mobile", "index.html", 390, 844, "light"),
    ("timeline-dark", "index.html", 1280, 960, "dark"),
    ("diff-desktop", "diff.html", 1280, 960, "light"),
    ("actors", "actors.svg", 1280, 900, "light"),
    ("timeline-picture", "timeline.svg", 1280, 900, "light"),
    ("storyline", "storyline.svg", 1280, 900, "light"),
]


def main():
    site, out = map(pathlib.Path, sys.argv[1:3])
    out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name, file, width, height, scheme in PICTURES:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto((site / file).resolve().as_uri())
            page.screenshot(path=out / f"{name}.png")
            page.close()
            print(out / f"{name}.png")
        page = browser.new_page()
        page.goto((site / "index.html").resolve().as_uri())
        with tempfile.TemporaryDirectory() as work:
            page.pdf(path=f"{work}/print.pdf", format="A4")
            subprocess.run(["pdftoppm", "-png", "-r", "80", "-f", "1", "-l", "1", "-singlefile",
                            f"{work}/print.pdf", str(out / "timeline-print")], check=True)
        print(out / "timeline-print.png")
        browser.close()


if __name__ == "__main__":
    main()
