"""Tests of the normalisers."""
