"""What every process needs that reads pages: read once, where they are forked from."""

import gc

gc.disable()

from lod.pipeline import warm  # noqa: E402
from lod.reconcile import gazetteer  # noqa: E402
from lod.sources.pages import pagerow  # noqa: E402

__all__ = ["pagerow", "warm"]

gazetteer.load()
gc.freeze()
gc.enable()
