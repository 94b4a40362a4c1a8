"""The offline map: where services are and whom they serve, never a withheld address."""
