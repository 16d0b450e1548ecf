"""The program's own name and version, as it signs its work."""

VERSION = "0.1.0"
SOFTWARE = f"lod {VERSION}"
