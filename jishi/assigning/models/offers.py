from django.conf import settings
from django.db import models
from django.db.models import CASCADE, DO_NOTHING, SET_NULL, Index, Q

from jishi.directory.models import Team
from jishi.tickets.models import Ticket

from .rules import Rule

# taken: somebody else has it; given: assigned without asking; withdrawn: nobody was needed any more
STATES = ("offered", "accepted", "refused", "lapsed", "taken", "given", "withdrawn")
OPEN = Q(state="offered")


class Offer(models.Model):
    """A ticket is offered to a person until `lapses_at`, or was given to them. Codes and ids, but for `words`.

    `why` keeps what was decided by at that moment: everybody who came into question, each with the reasons.
    """

    ticket = models.ForeignKey(Ticket, CASCADE, related_name="offers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, CASCADE, related_name="offers", db_index=False)
    rule = models.ForeignKey(Rule, SET_NULL, null=True, related_name="+", db_index=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, DO_NOTHING, null=True, related_name="+", db_index=False)
    state = models.CharField(max_length=10, default="offered")
    made_at = models.DateTimeField()
    lapses_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=20, blank=True)  # of a refusal
    words = models.CharField(max_length=300, blank=True)
    why = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=STATES), name="offer_state_is_known"),
            models.UniqueConstraint(fields=["ticket", "person"], condition=OPEN, name="one_open_offer_a_person"),
        ]
        indexes = [
            Index(fields=["person", "made_at"], name="offer_person"),
            Index(fields=["lapses_at"], name="offer_lapses", condition=OPEN),
        ]

    def __str__(self) -> str:
        return f"{self.ticket_id} → {self.person_id} {self.state}"


class Waiting(models.Model):
    """Nobody could be found for a ticket, or nobody accepted it: it waits, and the duty lead was told."""

    ticket = models.OneToOneField(Ticket, CASCADE, primary_key=True, related_name="waiting")
    team = models.ForeignKey(Team, CASCADE, related_name="+")
    cause = models.CharField(max_length=16)  # nobody-free, nobody-accepted
    lead = models.ForeignKey(settings.AUTH_USER_MODEL, SET_NULL, null=True, related_name="+", db_index=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, DO_NOTHING, null=True, related_name="+", db_index=False)
    since = models.DateTimeField()
    tried_at = models.DateTimeField()
    why = models.JSONField(default=dict)

    class Meta:
        indexes = [Index(fields=["since"], name="waiting_since")]

    def __str__(self) -> str:
        return f"{self.ticket_id} {self.cause}"


class Turn(models.Model):
    """One row a team: whoever gives something out takes its turn by writing here, and the others wait.

    So nobody's room is given away twice.
    """

    team = models.OneToOneField(Team, CASCADE, primary_key=True, related_name="+")
    taken = models.PositiveBigIntegerField(default=0)
