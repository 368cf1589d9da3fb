"""The words for every code of the house."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .dimensions import DIMENSIONS as DIMENSIONS

CLOCKS = {
    "answer": pgettext_lazy("clock", "Answer"),
    "contact": pgettext_lazy("clock", "First contact"),
    "assignment": pgettext_lazy("clock", "Assignment"),
    "arrival": pgettext_lazy("clock", "Arrival"),
    "handover": pgettext_lazy("clock", "Hand-over"),
    "takeover": pgettext_lazy("clock", "Take-over"),
    "resolution": pgettext_lazy("clock", "Resolution"),
    "closing": pgettext_lazy("clock", "Closing"),
    "callback": pgettext_lazy("clock", "Call-back"),
    "approval": pgettext_lazy("clock", "Approval"),
    "response": pgettext_lazy("clock", "Own response"),
}

# from which moment to which a clock counts
COURSES = {
    "answer": _("queued → answered"),
    "contact": _("received → first contact with the customer"),
    "assignment": _("received → assigned"),
    "arrival": _("received → arrived on site"),
    "handover": _("first contact → handed to the next line"),
    "takeover": _("handed over → accepted by the next line"),
    "resolution": _("received → resolved"),
    "closing": _("received → closed"),
    "callback": _("resolved → called back"),
    "approval": _("goodwill asked for → agreed or declined"),
}

PRIORITIES = {
    "P0": _("P0 critical"),
    "P1": _("P1 important"),
    "P2": _("P2 normal"),
    "P3": _("P3 low"),
}

CHANNELS = {
    "phone": pgettext_lazy("channel", "Phone"),
    "chat": pgettext_lazy("channel", "Chat"),
    "mail": pgettext_lazy("channel", "Mail"),
    "form": pgettext_lazy("channel", "Online form"),
    "onsite": pgettext_lazy("channel", "On site"),
    "app": pgettext_lazy("channel", "App"),
    "api": pgettext_lazy("channel", "Interface"),
    "wechat": pgettext_lazy("channel", "WeChat"),
    "wecom": pgettext_lazy("channel", "WeCom"),
    "dingtalk": pgettext_lazy("channel", "DingTalk"),
    "fax": pgettext_lazy("channel", "Fax"),
    "letter": pgettext_lazy("channel", "Letter"),
}

STATUSES = {
    "new": pgettext_lazy("status", "New"),
    "open": pgettext_lazy("status", "Open"),
    "paused": pgettext_lazy("status", "Paused"),
    "waiting": pgettext_lazy("status", "Waiting"),
    "resolved": pgettext_lazy("status", "Resolved"),
    "closed": pgettext_lazy("status", "Closed"),
    "cancelled": pgettext_lazy("status", "Cancelled"),
    "merged": pgettext_lazy("status", "Merged"),
}

ZONES = {
    "same_city": pgettext_lazy("zone", "Same city"),
    "other_city": pgettext_lazy("zone", "Other city"),
}

# of a clock
STATES = {
    "waiting": pgettext_lazy("state", "Not started"),
    "running": pgettext_lazy("state", "Counting"),
    "paused": pgettext_lazy("state", "Paused"),
    "met": pgettext_lazy("state", "In time"),
    "early": pgettext_lazy("state", "Too early"),
    "broken": pgettext_lazy("state", "Too late"),
    "late": pgettext_lazy("state", "Overdue"),
    "ended": pgettext_lazy("state", "Finished, no target"),
    "cancelled": pgettext_lazy("state", "Cancelled"),
}

EVENTS = {
    "received": pgettext_lazy("event", "Received"),
    "acknowledged": pgettext_lazy("event", "Acknowledged"),
    "queued": pgettext_lazy("event", "Queued"),
    "answered": pgettext_lazy("event", "Answered"),
    "attempted": pgettext_lazy("event", "Contact attempted"),
    "contacted": pgettext_lazy("event", "Contacted"),
    "assigned": pgettext_lazy("event", "Assigned"),
    "transferred": pgettext_lazy("event", "Transferred"),
    "started": pgettext_lazy("event", "Started"),
    "paused": pgettext_lazy("event", "Paused"),
    "pause_asked": pgettext_lazy("event", "Pause asked for"),
    "grant_asked": pgettext_lazy("event", "Goodwill asked for"),
    "granted": pgettext_lazy("event", "Goodwill granted"),
    "grant_declined": pgettext_lazy("event", "Goodwill declined"),
    "pause_declined": pgettext_lazy("event", "Pause declined"),
    "resumed": pgettext_lazy("event", "Resumed"),
    "escalated": pgettext_lazy("event", "Escalated"),
    "explained": pgettext_lazy("event", "Kept, with a reason"),
    "accepted": pgettext_lazy("event", "Taken over"),
    "returned": pgettext_lazy("event", "Returned"),
    "visit_agreed": pgettext_lazy("event", "Visit agreed"),
    "rescheduled": pgettext_lazy("event", "Rescheduled"),
    "dispatched": pgettext_lazy("event", "Dispatched"),
    "arrived": pgettext_lazy("event", "Arrived"),
    "left": pgettext_lazy("event", "Left"),
    "diagnosed": pgettext_lazy("event", "Diagnosed"),
    "parts_requested": pgettext_lazy("event", "Parts requested"),
    "parts_arrived": pgettext_lazy("event", "Parts arrived"),
    "parts_returned": pgettext_lazy("event", "Parts returned"),
    "goods_received": pgettext_lazy("event", "Goods received"),
    "inspected": pgettext_lazy("event", "Inspected"),
    "exchanged": pgettext_lazy("event", "Exchanged"),
    "refunded": pgettext_lazy("event", "Refunded"),
    "quoted": pgettext_lazy("event", "Quoted"),
    "quote_accepted": pgettext_lazy("event", "Quote accepted"),
    "reprioritised": pgettext_lazy("event", "Priority changed"),
    "chased": pgettext_lazy("event", "Chased by the customer"),
    "resolved": pgettext_lazy("event", "Resolved"),
    "confirmed": pgettext_lazy("event", "Confirmed by the customer"),
    "reopened": pgettext_lazy("event", "Reopened"),
    "cancelled": pgettext_lazy("event", "Cancelled"),
    "closed": pgettext_lazy("event", "Closed"),
    "merged": pgettext_lazy("event", "Merged"),
    "linked": pgettext_lazy("event", "Linked"),
    "unlinked": pgettext_lazy("event", "Link removed"),
    "called_back": pgettext_lazy("event", "Called back"),
    "rated": pgettext_lazy("event", "Rated"),
    "complained": pgettext_lazy("event", "Complained"),
    "corrected": pgettext_lazy("event", "Corrected"),
    "noted": pgettext_lazy("event", "Internal note"),
    "changed": pgettext_lazy("event", "Changed"),
}

# what a column of a file can be taken for, besides the moments in EVENTS
FIELDS = {
    "id": _("ticket number"),
    "customer": _("customer"),
    "contact": _("contact person"),
    "product": _("product"),
    "serial": _("serial number"),
    "site": _("site"),
    "zone": _("zone"),
    "service_type": _("service type"),
    "category": _("category"),
    "subcategory": _("sub-category"),
    "priority": _("priority"),
    "channel": _("channel"),
    "department": _("department"),
    "team": _("team"),
    "owner": _("owner"),
    "supplier": _("supplier"),
    "contract": _("contract"),
    "title": _("subject"),
    "description": _("description"),
    "remark": _("remark"),
    "measure": _("measure"),
    "status": _("status"),
    "score": _("score"),
    "score_max": _("highest score"),
    "complaint": _("complaint, yes or no"),
    "sla_met": _("the file's own verdict on time"),
    "due_contact": _("promised moment of contact"),
    "due_arrival": _("promised moment of arrival"),
    "due_resolution": _("promised moment of resolution"),
    "agreed": _("moment agreed for completion"),
    "visit": _("moment agreed for the visit"),
    "reopens": _("number of reopenings"),
    "transfers": _("number of transfers"),
    "contacts": _("number of contacts"),
    "event": _("name of the event"),
    "at": _("moment of the event"),
    "recorded": _("moment of entry"),
    "recorded_at": _("moment of entry"),
    "by": _("person"),
}

HOWS = {"map": _("by the mapping"), "header": _("by its name"), "values": _("by its values")}
