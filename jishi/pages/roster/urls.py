from django.urls import path

from . import adopting, bringing, leave, month, people, presence, relief, shifts, week

urlpatterns = [
    path("roster/", week.week, name="roster"),
    path("roster/cell/", week.cell, name="roster-cell"),
    path("roster/copy/", week.copy, name="roster-copy"),
    path("roster/rotate/", week.rotate, name="roster-rotate"),
    path("roster/bring/", bringing.bring, name="roster-bring"),
    path("roster/bring/carry-out/", bringing.carry_out, name="roster-carry-out"),
    path("roster/month/", month.month, name="roster-month"),
    path("roster/people/", people.people, name="roster-people"),
    path("roster/people/<int:pk>/", people.equip, name="roster-equip"),
    path("roster/shifts/", shifts.shifts, name="shifts"),
    path("roster/shifts/<slug:code>/", shifts.amend, name="shift"),
    path("roster/leave/", leave.leave, name="leave"),
    path("roster/leave/<int:pk>/decide/", leave.decide, name="leave-decide"),
    path("roster/leave/<int:pk>/withdraw/", leave.withdraw, name="leave-withdraw"),
    path("roster/reliefs/", relief.reliefs, name="reliefs"),
    path("roster/reliefs/new/", relief.give, name="relief-new"),
    path("roster/reliefs/<int:pk>/", relief.show, name="relief"),
    path("roster/reliefs/<int:pk>/take/", relief.take, name="relief-take"),
    path("roster/reliefs/<int:pk>/withdraw/", relief.withdraw, name="relief-withdraw"),
    path("presence/", presence.say, name="presence"),
    path("calendars/<slug:code>/adopt/", adopting.adopt, name="calendar-adopt"),
]
