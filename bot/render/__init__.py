"""A reply on its surfaces: Discord embed, terminal, JSON and plain text; no decision is taken here."""
