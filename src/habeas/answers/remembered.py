"""What functions remember of the words that they were given, such as how a name sounds: let go with what is hidden.

A function that remembers so many answers (`lru_cache`) may have been asked about a name; one that remembers all
(`cache`) is asked about nothing that a record says, but about our own lists.
"""

import sys

OURS = ("habeas.", "urllib.parse")  # whoever searches writes a name in an address


def let_go() -> None:
    """Nothing that was asked is remembered from here on."""
    for name, module in [*sys.modules.items()]:
        if name.startswith(OURS):
            for one in [*vars(module).values()]:
                if hasattr(one, "cache_parameters") and one.cache_parameters()["maxsize"] is not None:
                    one.cache_clear()
