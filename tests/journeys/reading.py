"""One page, opened once and looked at in every way a reader may: what is found amiss, by the way of looking."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, Response, ViewportSize

from habeas.web.copies import FORMS
from habeas.web.policy import ALONE, CONTENT, HEADERS, IN_A_FRAME

from .visit import OVERFLOW

DESK, HAND = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=800)
SMALLEST = ViewportSize(width=320, height=256)  # a screen of 1280 by 1024 at 400 percent
LARGE_TEXT = ViewportSize(width=640, height=800)
A4 = ViewportSize(width=680, height=1000)
TAKEN = re.compile(rf"\.(?:{'|'.join(FORMS)})(?:\?|$)")
WIRE, WHOLE = 60_000, 100_000
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
TARGETS = """() => [...document.querySelectorAll(
    'nav a, button, .button, input:not([type=hidden]), select, textarea, summary')]
  .map(one => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([html]) => html)"""
# What a key can reach shows that it is reached: an outline of two pixels, and somewhere to see it.
UNSEEN = """() => {
  const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';
  const reached = [...document.querySelectorAll(all)].filter(one => !one.closest('svg') && one.tabIndex >= 0);
  return reached.filter(one => one.checkVisibility()).filter(one => {
    one.focus({focusVisible: true, preventScroll: true});
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    return document.activeElement !== one || one.tabIndex > 0 || !box.width || !box.height
      || style.outlineStyle !== 'solid' || parseFloat(style.outlineWidth) < 2;
  }).map(one => one.outerHTML.slice(0, 80));
}"""
UNREACHED = """() => [...document.querySelectorAll('main *')]
  .filter(one => !one.closest('.vh, svg') && getComputedStyle(one).overflowX !== 'visible'
    && getComputedStyle(one).clipPath === 'none'
    && !/^(INPUT|SELECT|TEXTAREA)$/.test(one.tagName) && one.scrollWidth > one.clientWidth + 1 && one.tabIndex < 0)
  .map(one => one.outerHTML.slice(0, 80))"""
CUT = """() => [...document.querySelectorAll('td, th, dd, dt, li, p, h1, h2, h3')]
  .filter(one => one.checkVisibility() && !one.closest('.vh') && one.scrollWidth > one.clientWidth + 1
    && getComputedStyle(one).display !== 'inline').map(one => one.outerHTML.slice(0, 80))"""
ON_PAPER = """() => [
  ...[...document.querySelectorAll('nav, button, .conditions, .skip')].filter(one => one.checkVisibility())
    .map(one => one.outerHTML.slice(0, 80)),
  ...(getComputedStyle(document.body).backgroundColor === 'rgb(255, 255, 255)' ? [] : ['the paper is not white']),
  ...[...document.querySelectorAll('details')].filter(one => one.checkVisibility() && !one.closest('.conditions')
    && !one.lastElementChild.checkVisibility({contentVisibilityAuto: true})).map(one => one.outerHTML.slice(0, 80)),
  ...[...document.querySelectorAll('a.address')].filter(one => !one.checkVisibility()).map(one => one.href)]"""
# Words of a chart in less than 10 px, which is seven and a half points, in the size in which it is shown.
SMALL_ON_PAPER = """() => [...document.querySelectorAll('svg.chart text')].filter(one => one.checkVisibility()
  && parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a < 10).map(one => `small: ${one.textContent}`)"""
MOVES = """() => [...document.querySelectorAll('*')].filter(one => {
  const style = getComputedStyle(one);
  return style.transitionDuration.split(',').some(each => parseFloat(each) > 0) || style.animationName !== 'none';
}).map(one => one.outerHTML.slice(0, 80))"""
# In forced colours every mark of a chart has one of the reader's own: text against the page, and lines too.
LOST = """() => {
  const page = getComputedStyle(document.body).backgroundColor;
  const words = [...document.querySelectorAll('svg.chart text:not(.t-paper)')]
    .filter(one => one.checkVisibility() && getComputedStyle(one).fill === page);
  const buttons = [...document.querySelectorAll('button, .button')]
    .filter(one => getComputedStyle(one).borderStyle === 'none');
  return [...words, ...buttons].map(one => one.outerHTML.slice(0, 80));
}"""
PARTS = """() => [...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(one => one.href || one.src)"""
SMALL_WORDS = """() => [...document.querySelectorAll('body *')]
  .filter(one => one.checkVisibility() && !one.closest('.vh, sup') && one.childElementCount < one.childNodes.length
    && one.textContent.trim() && parseFloat(getComputedStyle(one).fontSize) < 12)
  .map(one => one.outerHTML.slice(0, 80))"""


class Reader:
    """Reads one page after the other in a browser of its own, and keeps what is found amiss."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.site = site
        self.context = browser.new_context(viewport=DESK, has_touch=True)
        self.page = self.context.new_page()
        self.found: defaultdict[str, list[str]] = defaultdict(list)
        self._said: list[str] = []
        self._sizes: dict[str, int] = {}  # over the wire, when it was first asked for
        self.page.on("request", lambda request: self._asked(request.url))
        self.page.on("console", lambda message: self._said.append(message.text))
        self.page.on("pageerror", lambda error: self._said.append(str(error)))
        self.page.on("requestfinished", self._came)

    def read(self, address: str, *, refused: bool = False) -> None:
        """Open an address and look at it in every way; one that is `refused` is told so by the console, too."""
        self._said.clear()
        answer = self._open(address)
        if answer is None:
            return
        if not refused:
            self._note("console", address, self._said)
            self._note("weight", address, self._weight(answer))
        self.page.keyboard.press("Tab")
        first = self.page.evaluate("() => document.activeElement.className")
        begins = first == "skip" or refused or address.startswith("/embed/")
        self._note("keyboard", address, [] if begins else [f"the first key leads to {first!r}"])
        for summary in self.page.query_selector_all("details:not([open]) summary"):
            summary.evaluate("one => { one.parentElement.open = true }")
        self.page.evaluate(Axe().axe_script)
        self._at_a_desk(address)
        self._in_a_hand(address)
        self._at_the_edges(address)
        self._on_paper(address)

    def fit(self, address: str) -> None:
        """Open an address and look only whether there is room for what it says."""
        if self._open(address) is None:
            return
        self._note("overflow", address, self._overflows("1280"))
        with self._screen(HAND):
            self._note("overflow", address, self._overflows("390"))
        self._at_the_edges(address)
        self._on_paper(address)

    def close(self) -> None:
        """What is kept of the visit: nothing."""
        self._note("cookies", self.site, [str(one) for one in self.context.cookies()])
        self.context.close()

    def _open(self, address: str) -> Response | None:
        """Open a page, with its promises; nothing where it is no page but what is taken from one."""
        taken = TAKEN.search(address)
        answer = self.context.request.get(self.site + address) if taken else self.page.goto(self.site + address)
        assert answer is not None
        framed, drawn = address.startswith("/embed/"), answer.headers["content-type"].startswith("image/svg")
        policy = {"Content-Security-Policy": IN_A_FRAME if framed else ALONE if drawn else CONTENT}
        promised = HEADERS | policy
        lacking = [name for name, value in promised.items() if answer.headers.get(name.lower()) != value]
        self._note("policy", address, lacking)
        return answer if isinstance(answer, Response) else None

    def _at_a_desk(self, address: str) -> None:
        self._axe("axe", address)
        self._note("keyboard", address, self.page.evaluate(UNSEEN))
        self._note("small words", address, self.page.evaluate(SMALL_WORDS))
        self._note("overflow", address, self._overflows("1280"))
        with self._media(color_scheme="dark"):
            self._axe("axe, dark", address, COLOURS)
        with self._media(forced_colors="active"):
            self._note("forced colours", address, self.page.evaluate(LOST))
        with self._media(reduced_motion="reduce"):
            self._note("motion", address, self.page.evaluate(MOVES))

    def _in_a_hand(self, address: str) -> None:
        with self._screen(HAND):
            self._axe("axe, phone", address)
            self._note("targets", address, self.page.evaluate(TARGETS))
            self._note("keyboard", address, self.page.evaluate(UNREACHED))
            self._note("overflow", address, self._overflows("390"))
            with self._media(color_scheme="dark"):
                self._axe("axe, phone, dark", address, COLOURS)

    def _at_the_edges(self, address: str) -> None:
        with self._screen(SMALLEST):
            self._note("overflow", address, self._overflows("320"))
        with self._screen(LARGE_TEXT):
            self.page.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
            self._note("overflow", address, self._overflows("text at 200 percent"))
            self.page.evaluate("() => { document.documentElement.style.fontSize = '' }")

    def _on_paper(self, address: str) -> None:
        with self._screen(A4), self._media(media="print", color_scheme="dark"):
            self.page.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = false })")
            self._note("paper", address, self._overflows("A4"))
            self._note("paper", address, self.page.evaluate(CUT))
            self._note("paper", address, self.page.evaluate(ON_PAPER))
            self._note("paper", address, self.page.evaluate(SMALL_ON_PAPER))

    def _axe(self, way: str, address: str, options: dict[str, Any] | None = None) -> None:
        asked = {"resultTypes": ["violations"], **(options or {})}
        found = self.page.evaluate("asked => axe.run(asked)", asked)["violations"]
        told = [f"{one['id']} ({one['impact']}): {[node['html'][:90] for node in one['nodes']][:3]}" for one in found]
        self._note(way, address, told)

    def _overflows(self, at: str) -> list[str]:
        found = []
        for way in ("rtl", "ltr"):
            self.page.evaluate("way => { document.documentElement.dir = way }", way)
            over = self.page.evaluate(OVERFLOW)
            found += [f"{over} px too wide at {at}, {way}"] if over > 0 else []
        return found

    def _weight(self, answer: Response) -> list[str]:
        """What is too heavy of a page: as it is read, and over the wire with its style and script."""
        parts = self.page.evaluate(PARTS)
        whole, wire = len(answer.body()), sum(self._sizes[one] for one in (answer.url, *parts))
        found = [f"{whole} bytes of HTML"] if whole > WHOLE else []
        return found + ([f"{wire} bytes over the wire"] if wire > WIRE else [])

    def _asked(self, url: str) -> None:
        if not url.startswith(f"{self.site}/"):
            self.found["elsewhere"].append(url)

    def _came(self, request: Request) -> None:
        self._sizes.setdefault(request.url, request.sizes()["responseBodySize"])

    def _note(self, way: str, address: str, told: Sequence[str]) -> None:
        self.found[way] += [f"{address}: {one}" for one in told]

    @contextmanager
    def _screen(self, size: ViewportSize) -> Iterator[Page]:
        self.page.set_viewport_size(size)
        yield self.page
        self.page.set_viewport_size(DESK)

    @contextmanager
    def _media(self, **asked: Any) -> Iterator[Page]:
        self.page.emulate_media(**asked)
        yield self.page
        self.page.emulate_media(
            media="screen", color_scheme="light", forced_colors="none", reduced_motion="no-preference"
        )
