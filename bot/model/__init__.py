"""Frozen values: what a pack holds (`entries`) and what a reader gets (`reply`)."""
