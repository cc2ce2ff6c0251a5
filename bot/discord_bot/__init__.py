"""Discord, the edge: what arrives becomes a question, and a reply becomes a message with buttons."""
