"""How work gets run: in killable processes of its own. Knows nothing of documents."""
