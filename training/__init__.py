"""How the weights shipped with docscheck were made. Nothing here is part of the product."""
