"""The formulas of a protocol: XPath 1.0 as the ODK XForms specification narrows and extends it.

Ours, and not lxml's XPath: ODK's types differ (dates are numbers, NaN is stored as an empty
string, `if` and `concat` have signatures of their own), a fault must say where it stands, and a
formula must tell which questions it reads.
"""
