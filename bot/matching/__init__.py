"""From a question's text to a ranking of entries: normalise, compare, weigh, and guard the meaning."""
