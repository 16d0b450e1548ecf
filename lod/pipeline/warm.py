"""What every process that works for a run needs: read once, where they are forked from."""

import gc

from lod import vocabulary
from lod.pipeline import way

__all__ = ["vocabulary", "way"]

vocabulary.load()
# Looking through it for cycles would write to what the processes share.
gc.freeze()
