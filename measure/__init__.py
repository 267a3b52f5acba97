"""How well and how fast does docscheck work? Measures for developers; not part of the wheel."""
