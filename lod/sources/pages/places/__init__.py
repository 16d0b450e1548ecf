"""Places: known ones, and those told by the words around them."""
