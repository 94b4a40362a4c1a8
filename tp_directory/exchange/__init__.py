"""Records and reference data on their way in and out: HSDS, and the checks it must pass."""
