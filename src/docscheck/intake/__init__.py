"""A folder or an archive in, its entries out: names, sizes and bytes; nothing is parsed here."""
