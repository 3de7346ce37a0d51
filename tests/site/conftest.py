"""The site, built once for all tests of this folder, and the node that runs the tests of its modules."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sitebuild.bangun import Hasil, bangun

AKAR = Path(__file__).resolve().parents[2]
TEMPLAT = AKAR / "site" / "templates"


@pytest.fixture(scope="session")
def hasil(tmp_path_factory: pytest.TempPathFactory) -> Hasil:
    return bangun(tmp_path_factory.mktemp("situs") / "site")


@pytest.fixture(scope="session")
def node() -> str:
    """Node from the machine, or the one inside Playwright's driver."""
    from playwright._impl._driver import compute_driver_executable

    return shutil.which("node") or str(compute_driver_executable()[0])
