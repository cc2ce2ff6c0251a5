"""Footnote: curated answers about a report, each with its footnote."""

__version__ = "0.1.0"
