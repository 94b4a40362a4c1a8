"""TP Directory: an offline referral directory for possible victims of trafficking in Canada."""

__version__ = "0.1.0"
