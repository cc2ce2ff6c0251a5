"""Questions whose right answers are known, put to the packs: judged, measured, compared, shown."""
