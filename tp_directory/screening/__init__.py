"""Guided checklists: XLSForm workbooks compiled, checked and answered, in memory only.

Nothing of a protocol's logic is written in Python: authors write it in the workbook, pyxform turns
it into an ODK XForm, and this package evaluates that with ODK's semantics
(https://getodk.github.io/xforms-spec/). `opening.open_protocol` gives a `Protocol`, which an
`Interview` goes through. `xlsform` reads workbooks, `xpath` evaluates formulas, `authoring` is for
those who write checklists, and `cases` for those who train on them.
"""
