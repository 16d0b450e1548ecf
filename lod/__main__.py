"""The way in: `lod` and `python -m lod`."""

from lod.cli import main

if __name__ == "__main__":
    main()
