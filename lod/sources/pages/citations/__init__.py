"""Citations and references to archives, as pages, editors and finding aids print them."""
