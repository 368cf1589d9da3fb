"""Every address of the desk; each view says who may open it."""

from django.conf import settings
from django.urls import path

from jishi.pages import board, home, login, parts, preferences, receiving, ticket, tickets

urlpatterns = [
    path("", home.home, name="home"),
    path("more/", home.more, name="more"),
    path("login/", login.login, name="login"),
    path("logout/", login.logout, name="logout"),
    path("language/", preferences.language, name="language"),
    path("theme/", preferences.theme, name="theme"),
    path("tickets/", tickets.tickets, name="tickets"),
    path("tickets/conditions/", tickets.conditions, name="conditions"),
    path("tickets/columns/", tickets.columns, name="columns"),
    path("tickets/new/", receiving.receive, name="receive"),
    path("tickets/new/own/", receiving.own, name="receive-own"),
    path("tickets/new/customers/", receiving.customers, name="receive-customers"),
    path("tickets/<str:number>/", ticket.show, name="ticket"),
    path("tickets/<str:number>/clocks/", ticket.ticket_clocks, name="ticket-clocks"),
    path("tickets/<str:number>/entries/<int:place>/correct/", ticket.correct, name="correct"),
    path("tickets/<str:number>/<slug:code>/", ticket.verb, name="verb"),
    path("board/", board.board, name="board"),
]
if settings.DEBUG:
    urlpatterns.append(path("parts/", parts.parts, name="parts"))

handler404 = "jishi.pages.refusing.missing"
