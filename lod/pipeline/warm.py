"""What every process that works for a run needs: read once, where they are forked from."""

import gc

# A tenth of the time goes into looking for cycles in what stays for good.
gc.disable()

from lod import vocabulary  # noqa: E402
from lod.pipeline import way  # noqa: E402

__all__ = ["vocabulary", "way"]

vocabulary.load()
# Looking through it for cycles would write to what the processes share.
gc.freeze()
gc.enable()
