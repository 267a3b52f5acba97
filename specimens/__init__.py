"""Fictitious documents for tests, demo and measuring. Development only: never in the wheel.

Nobody here exists. Every file made here is marked SPECIMEN in its metadata and, like the real
papers, is legible: a mark across the text would measure the mark.
"""
