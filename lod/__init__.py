"""Publish the metadata of archives, museums and libraries as linked open data.

`lod.publish("datasets/sample")` does the whole way; `lod.Release("output/sample")` is what came of
it; `lod.Authority().match("A. Gromyko", "person", year=1951)` asks for one name.
"""

import os

from lod.version import VERSION

# A process that only works for another one needs none of it, and starts in half the time.
if "LOD_WORKER" not in os.environ:
    from lod.api import Authority, Dataset, Options, Release, load, publish

__all__ = ["Authority", "Dataset", "Options", "Release", "__version__", "load", "publish"]

__version__ = VERSION
