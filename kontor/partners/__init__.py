"""Our side: operator, selling entities, product areas, partners, staff, terms, shipping rates."""
