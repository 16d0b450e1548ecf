"""What processes that only make blocks need: read once, where they are forked from."""

import gc

gc.disable()

from bench import jobs  # noqa: E402
from lod import vocabulary  # noqa: E402

__all__ = ["jobs", "vocabulary"]

vocabulary.load()
gc.freeze()
gc.enable()
