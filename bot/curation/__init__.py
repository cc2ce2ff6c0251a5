"""What curators need: checks of a pack, its fingerprints, and the measuring of answers."""
