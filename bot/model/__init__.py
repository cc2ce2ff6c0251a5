"""Frozen values: what a pack holds (`entries`, `pack`) and what a reader gets (`reply`)."""
