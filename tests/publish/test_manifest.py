"""A manifest that cannot be gone by is an error of the disk, with its mend."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from lod.errors import DiskError
from lod.publish.manifest import told


@pytest.mark.parametrize(
    "runs", [None, "r1", ["r1"], [7], [{"id": "r1"}], [{"id": 1, "started": 2}]]
)
def test_runs_that_are_none_are_told_as_damage(tmp_path: Path, runs: object) -> None:
    said = {"base": "https://a.example/", "version": "1", "runs": runs}
    (tmp_path / "manifest.json").write_bytes(orjson.dumps(said))
    with pytest.raises(DiskError, match=r"damaged: its manifest cannot be read"):
        told(tmp_path)
