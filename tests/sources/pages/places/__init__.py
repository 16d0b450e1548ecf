"""Tests of the places of pages."""
