"""Sitters of ID photos, drawn in several hands: looks, poses, walls, light, prints of prints."""
