"""A statement held against the packs: what supports it, what says otherwise, and what can't be told."""
