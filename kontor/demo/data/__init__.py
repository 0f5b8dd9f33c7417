"""The demonstration's data: invented companies, people, products, prices and orders.

Plain Python without Django. `write.write_all` writes the files that `manage.py load` reads; `people` and
`operator` hold what has no file format. The same day gives the same bytes, on every machine.
"""
