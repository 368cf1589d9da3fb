"""How far a role sees."""

OWN, TEAM, DEPARTMENT, SUPPLIER, ALL = REACHES = ("own", "team", "department", "supplier", "all")
