"""A release on the web: SPARQL, linked data, pages; starlette lives in this room only."""
