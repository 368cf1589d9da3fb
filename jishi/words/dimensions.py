"""The words for what tickets are grouped by."""

from django.utils.translation import pgettext_lazy

DIMENSIONS = {
    "department": pgettext_lazy("dimension", "Department"),
    "team": pgettext_lazy("dimension", "Team"),
    "owner": pgettext_lazy("dimension", "Owner"),
    "supplier": pgettext_lazy("dimension", "Supplier"),
    "channel": pgettext_lazy("dimension", "Channel"),
    "priority": pgettext_lazy("dimension", "Priority"),
    "category": pgettext_lazy("dimension", "Category"),
    "subcategory": pgettext_lazy("dimension", "Sub-category"),
    "service_type": pgettext_lazy("dimension", "Service type"),
    "product": pgettext_lazy("dimension", "Product"),
    "zone": pgettext_lazy("dimension", "Zone"),
    "site": pgettext_lazy("dimension", "Site"),
    "contract": pgettext_lazy("dimension", "Contract"),
    "status": pgettext_lazy("dimension", "Status"),
    "customer": pgettext_lazy("dimension", "Customer"),
    "month": pgettext_lazy("dimension", "Month"),
    "week": pgettext_lazy("dimension", "Week"),
    "weekday": pgettext_lazy("dimension", "Weekday"),
    "hour": pgettext_lazy("dimension", "Hour of day"),
}
