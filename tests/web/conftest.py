"""Every test of the pages has a stranger, on both databases."""

from pathlib import Path

import pytest

from .site import Stranger, public_part


@pytest.fixture
def stranger(register: Path, tmp_path: Path) -> Stranger:
    """A stranger at the site of a register with public claims about Zalesia."""
    return public_part(tmp_path)


@pytest.fixture
def newcomer(register: Path) -> Stranger:
    """A stranger at the site of a register in which nothing stands yet."""
    return Stranger()
