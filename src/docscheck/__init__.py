"""docscheck: is this folder of a student's papers ready for the health-insurance portal?

The package root imports nothing, so that any floor may ask for the version.
"""

__version__ = "0.1.0"
