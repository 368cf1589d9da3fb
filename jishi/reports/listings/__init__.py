"""Lists taken along: the current view of a list as a workbook or as CSV. A new list is one entry of the catalogue."""
