"""A request is taken in at the desk: who calls, about what, how urgent, who takes care of it."""
