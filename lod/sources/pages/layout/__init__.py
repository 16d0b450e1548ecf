"""Layout: title, text, labels and citation of a page, and what is the site's own."""
