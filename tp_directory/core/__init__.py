"""Facts and decisions without input or output: services, places, hours, queries."""
