"""From sources to a release, step by step; the whole way stands in way.py."""
