"""Every address of the desk; each view says who may open it."""

from django.conf import settings
from django.urls import include, path

from jishi.pages import (
    board,
    calendars,
    days,
    home,
    parts,
    policies,
    policy_rows,
    preferences,
    ticket,
    tickets,
    together,
)

# Rooms that are folders of pages/, each with its own list of addresses.
FOLDERS: tuple[str, ...] = (
    "account", "goodwill", "knowledge", "lists", "matters", "receiving", "roster", "sheets", "talk", "replies",
    "notices", "customers", "people", "pool", "records", "setting_up", "roles", "accesses", "offers",
)  # fmt: skip

urlpatterns = [
    *(path("", include(f"jishi.pages.{folder}.urls")) for folder in FOLDERS),
    path("", home.home, name="home"),
    path("more/", home.more, name="more"),
    path("language/", preferences.language, name="language"),
    path("theme/", preferences.theme, name="theme"),
    path("tickets/", tickets.tickets, name="tickets"),
    path("tickets/conditions/", tickets.conditions, name="conditions"),
    path("tickets/columns/", tickets.columns, name="columns"),
    path("tickets/together/<slug:code>/", together.together, name="together"),
    path("tickets/<str:number>/", ticket.show, name="ticket"),
    path("tickets/<str:number>/unmask/", ticket.unmask, name="unmask"),
    path("tickets/<str:number>/clocks/", ticket.ticket_clocks, name="ticket-clocks"),
    path("tickets/<str:number>/entries/<int:place>/correct/", ticket.correct, name="correct"),
    path("tickets/<str:number>/<slug:code>/", ticket.verb, name="verb"),
    path("board/", board.board, name="board"),
    path("policy/", policies.policy, name="policy"),
    path("policy/try/", policies.try_ticket, name="policy-try"),
    path("policy/draft/", policies.draft, name="policy-draft"),
    path("policy/<int:version>/discard/", policies.discard, name="policy-discard"),
    path("policy/<int:version>/publish/", policies.publish, name="policy-publish"),
    path("policy/<int:version>/rows/", policy_rows.add, name="policy-add"),
    path("policy/rows/<int:row>/", policy_rows.edit, name="policy-row"),
    path("policy/rows/<int:row>/target/", policy_rows.target, name="policy-target"),
    path("policy/rows/<int:row>/move/", policy_rows.move, name="policy-move"),
    path("policy/rows/<int:row>/remove/", policy_rows.remove, name="policy-remove"),
    path("calendars/", calendars.calendar, name="calendar"),
    path("calendars/<slug:code>/", calendars.calendar, name="calendar"),
    path("calendars/<slug:code>/draft/", calendars.draft, name="calendar-draft"),
    path("calendars/<slug:code>/worked/", calendars.worked, name="calendar-worked"),
    path("calendar-versions/<int:version>/discard/", calendars.discard, name="calendar-discard"),
    path("calendar-versions/<int:version>/publish/", calendars.publish, name="calendar-publish"),
    path("calendar-versions/<int:version>/week/", days.week, name="calendar-week"),
    path("calendar-versions/<int:version>/days/", days.days, name="calendar-days"),
    path("calendar-versions/<int:version>/holidays/", days.holidays, name="calendar-holidays"),
]
if settings.DEBUG:
    urlpatterns.append(path("parts/", parts.parts, name="parts"))

handler404 = "jishi.pages.refusing.missing"
