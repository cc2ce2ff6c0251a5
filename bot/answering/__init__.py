"""From a ranking to a reply: decide, compose, and follow up."""
