"""A visit with a browser: what is open, what was asked for, and how the reader looks at it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1280, "height": 900}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {"viewport": {"width": 390, "height": 800}, "has_touch": True},
}
WIDTHS = (320, 390, 1280)
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Visit:
    """A page that is open, with everything that it asked for and said on the console."""

    page: Page
    site: str
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def go(self, address: str) -> None:
        """Open an address of the site."""
        self.page.goto(self.site + address)

    def overflows(self) -> list[str]:
        """At which widths, in which direction of reading, the page is wider than the screen."""
        found = []
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 800})
            for direction in ("ltr", "rtl"):
                self.page.evaluate("way => { document.documentElement.dir = way }", direction)
                if self.page.evaluate(OVERFLOW) > 0:
                    found.append(f"{self.page.url} at {width}, {direction}")
        return found

    def unfold(self, words: str) -> None:
        """On a phone, open with the keyboard what is folded under these words."""
        if self.page.is_visible(".fold > summary"):
            self.tab_to(".fold > summary", words)
            self.page.keyboard.press("Enter")

    def tab_to(self, selector: str, text: str = "") -> None:
        """Press Tab until what matches is focused; it must then be seen to be."""
        for _ in range(120):
            self.page.keyboard.press("Tab")
            focused = self.page.evaluate(
                "([selector, text]) => { const on = document.activeElement;"
                " return on.matches(selector) && on.textContent.includes(text) }",
                [selector, text],
            )
            if focused:
                outline = self.page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
                assert outline == "solid", f"{selector} does not show that it is focused"
                return
        pytest.fail(f"{selector} {text!r} cannot be reached with the keyboard")


def visiting(context: BrowserContext, site: str) -> Iterator[Visit]:
    """A new visit; at its end nothing was asked of another origin, and no cookie was left."""
    page = context.new_page()
    visit = Visit(page, site)
    page.on("request", lambda request: visit.asked.append(request.url))
    page.on("console", lambda message: visit.said.append(message.text))
    page.on("pageerror", lambda error: visit.said.append(str(error)))
    yield visit
    assert [one for one in visit.asked if not one.startswith(f"{site}/")] == []
    assert context.cookies() == []
    context.close()
