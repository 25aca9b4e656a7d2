"""Under which address the register is reached, where its server cannot tell: behind whatever ends TLS before it."""

import os
import re

from .folder import FolderError

VARIABLE = "HABEAS_ADDRESS"
_ADDRESS = re.compile(r"https?://(?P<host>[a-z0-9.-]+|\[[0-9a-f:]+\])(:[0-9]{1,5})?")


def current() -> str:
    """The public address that the setting names, without a slash at its end; empty where it names none.

    FolderError where it is not the address of a site: scheme, name and perhaps a port, and no more.
    """
    said = os.environ.get(VARIABLE, "").strip()
    address = said.removesuffix("/").lower()
    if said and not _ADDRESS.fullmatch(address):
        raise FolderError(
            f"{VARIABLE} is {said!r}, which is not the address of a site: write it as https://register.example.org, "
            "without a path (a name in other letters as xn--…), or leave it out"
        )
    return address


def host(address: str) -> str:
    """The name in an address, without its port."""
    found = _ADDRESS.fullmatch(address)
    return found["host"] if found else ""
