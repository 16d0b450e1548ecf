"""Pages of archives -> Row: what stands on a page, who wrote to whom, and who is named.

The rooms, each using only those before it: `words`, `citations`, `text`, `places`, `persons`,
`bodies`, `names`, `papers`, `titles`, `layout`; above them `roles` and `pagerow` bring together
what they found, and `reader` gives pages as rows.
"""
