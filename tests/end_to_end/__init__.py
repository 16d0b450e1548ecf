"""Tests of the whole way: from a dataset to a release that one can query."""
