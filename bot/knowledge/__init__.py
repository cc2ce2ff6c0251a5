"""Knowledge packs: YAML folders read strictly into frozen values, and the fingerprints that prove their quotes."""
