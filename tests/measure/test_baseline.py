"""A small fixed part of the accuracy run: no figure may get worse (`make baseline` writes them)."""

from __future__ import annotations

import pytest

from measure.baseline import figures, kept, worse


@pytest.mark.slow
def test_no_figure_got_worse() -> None:
    assert worse(figures(jobs=1), kept()) == []
