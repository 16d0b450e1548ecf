"""The tests mirror the rooms of lod."""
