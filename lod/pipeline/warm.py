"""What every process that works for a run needs: read once, where they are forked from."""

import gc

from lod import pipeline, vocabulary

__all__ = ["pipeline", "vocabulary"]

vocabulary.load()
# Looking through it for cycles would write to what the processes share.
gc.freeze()
