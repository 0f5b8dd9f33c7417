"""How a file becomes rows: read and checked line by line, copied into a temporary table, merged in a few statements.

`reading` opens files, `mapping` says which of their columns mean what, `values` understands single values,
`staging` holds the temporary tables, and `companies`, `products`, `prices`, `orders`, `article_numbers` know one
kind each.
"""
