"""Guided checklists: XLSForm workbooks compiled, checked and answered, in memory only.

Nothing of a protocol's logic is written in Python: authors write it in the workbook, pyxform turns
it into an ODK XForm, and this package evaluates that with ODK's semantics
(https://getodk.github.io/xforms-spec/). `compile.read_protocol` gives a `Form`, which a `Session`
answers.
"""
