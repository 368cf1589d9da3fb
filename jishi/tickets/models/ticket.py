from django.conf import settings
from django.db import models
from django.db.models import PROTECT, Index, Q

from jishi.directory.models import (
    Category,
    Contact,
    Contract,
    Customer,
    Department,
    Device,
    Product,
    ServicePoint,
    ServiceType,
    Site,
    Supplier,
    Team,
)

# The columns a scope may stand on; each list index begins with one of them, "" for those who see all.
SCOPES = ("", "department", "team", "pool", "owner", "supplier")


def link(model: type[models.Model] | str) -> models.ForeignKey:
    """An optional reference without an index of its own: the lists' indexes begin with the scope."""
    return models.ForeignKey(model, PROTECT, null=True, blank=True, related_name="+", db_index=False)


def scoped(column: str, **only: Q) -> list[Index]:
    """One index a scope, ending in `column`."""
    return [
        Index(fields=[*([scope] if scope else []), column, "id"], name=f"ticket_{scope or 'all'}_{column}", **only)
        for scope in SCOPES
    ]


class Ticket(models.Model):
    """A request as it stands now: what the journal says of it, so that it can be listed, sorted and searched."""

    number = models.CharField(max_length=24, unique=True)
    source = models.CharField(max_length=40, blank=True)
    external_id = models.CharField(max_length=120, blank=True)
    version = models.PositiveIntegerField(default=0)
    status = models.CharField(max_length=12)
    doubtful = models.BooleanField(default=False)

    service_type = link(ServiceType)
    category = link(Category)
    subcategory = link(Category)
    priority = models.CharField(max_length=40, blank=True)
    channel = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=300, blank=True)
    description = models.TextField(blank=True)
    remark = models.TextField(blank=True)
    measure = models.TextField(blank=True)

    customer = models.ForeignKey(Customer, PROTECT, null=True, blank=True, related_name="tickets")
    contact = models.ForeignKey(Contact, models.SET_NULL, null=True, blank=True, related_name="+", db_index=False)
    product = link(Product)
    device = models.ForeignKey(Device, PROTECT, null=True, blank=True, related_name="tickets")
    contract = link(Contract)
    site = models.ForeignKey(Site, models.SET_NULL, null=True, blank=True, related_name="+", db_index=False)
    zone = models.CharField(max_length=40, blank=True)

    department = link(Department)
    team = link(Team)
    pool = link(Team)  # the second line it was handed to
    owner = link(settings.AUTH_USER_MODEL)
    point = link(ServicePoint)
    supplier = link(Supplier)
    agreed_at = models.DateTimeField(null=True, blank=True)
    extra = models.JSONField(default=dict, blank=True)

    received_at = models.DateTimeField()
    open_since = models.DateTimeField(null=True)  # received_at while unfinished, for partial indexes
    resolved_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    last_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True)  # a pause was asked for, nobody has answered yet
    chases = models.PositiveSmallIntegerField(default=0)
    reopens = models.PositiveSmallIntegerField(default=0)
    transfers = models.PositiveSmallIntegerField(default=0)

    # Told by the clocks: the next due moment that still runs, and when a promise first broke or will break.
    due_at = models.DateTimeField(null=True)
    breaks_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "external_id"], condition=~Q(external_id=""), name="one_ticket_an_external_id"
            )
        ]
        indexes = [
            *scoped("received_at"),
            *scoped("open_since", condition=Q(open_since__isnull=False)),
            *scoped("due_at", condition=Q(due_at__isnull=False)),
            *scoped("asked_at", condition=Q(asked_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.number


class Numbering(models.Model):
    """The last number given in a month."""

    month = models.CharField(max_length=7, primary_key=True)
    last = models.PositiveIntegerField(default=0)


class SearchGram(models.Model):
    """Two neighbouring characters of a ticket's words, as one number; `talk` when only we have said them."""

    pk = models.CompositePrimaryKey("gram", "ticket_id")
    gram = models.BigIntegerField()
    ticket = models.ForeignKey(Ticket, models.CASCADE, related_name="+", db_index=True)
    talk = models.BooleanField(default=False)
