"""XLSForm workbooks: opened without harm, checked, compiled, and read into a `Form`."""
