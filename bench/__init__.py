"""Measurements: each is one command, and docs/performance.md shows its last run."""
