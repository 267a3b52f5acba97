"""The rules as data: what the portal asks, loaded whole and checked before any file is opened."""
