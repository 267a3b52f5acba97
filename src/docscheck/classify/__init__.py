"""What is this page? Its text, zone and looks are weighed against the cues of every rule file."""

from docscheck.classify.score import PageEvidence, classify

__all__ = ["PageEvidence", "classify"]
