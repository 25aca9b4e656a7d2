"""Takes the README's picture: the top of the front page of the demonstration. `./run docs --picture FILE` calls it.

It needs Debian's chromium, which no other page of the documentation does.
"""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
ASKED = urlencode({"as_of": "2025-02-15", "known_on": "2025-02-20"})
WIDTH, HEIGHT = 1280, 1560
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main(file: str) -> None:
    """Make the demonstration in a folder that goes away, serve it, and take the picture."""
    with tempfile.TemporaryDirectory(prefix="habeas-picture-") as place:
        register, port = Path(place) / "register", _free_port()
        habeas = [sys.executable, "-m", "habeas"]
        cases = ["--cases", str(ROOT / "cases" / "belarus")]
        subprocess.run([*habeas, "demo", "--no-serve", "--register", str(register), *cases], check=True)  # noqa: S603
        with subprocess.Popen([*habeas, "serve", "--register", str(register), "--port", str(port)]) as server:  # noqa: S603
            try:
                _take(f"http://127.0.0.1:{port}/?{ASKED}", Path(file))
            finally:
                server.terminate()


def _take(address: str, file: Path) -> None:
    _wait(address)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(address)
        page.screenshot(path=file, clip={"x": 0, "y": 0, "width": WIDTH, "height": HEIGHT})
        browser.close()


def _wait(address: str) -> None:
    for _ in range(100):
        try:
            with urlopen(address):  # noqa: S310 - our own server
                return
        except URLError:
            time.sleep(0.2)
    raise SystemExit(f"{address} does not answer")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main(sys.argv[1])
