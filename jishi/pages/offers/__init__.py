"""Assignment: what is offered to me, who is offered what, why this person, and the rules of it."""
