"""Their side: company, members and their permissions, addresses, relationships; and the scope of each request."""
