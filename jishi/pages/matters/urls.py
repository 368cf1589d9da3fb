"""The addresses of what other departments are asked."""

from django.urls import path

from . import matter, room, sheet

urlpatterns = [
    path("matters/", room.matters, name="matters"),
    path("matters/sheet/", sheet.sheet, name="matters-sheet"),
    path("matters/tickets/<str:number>/", matter.on_ticket, name="matters-ticket"),
    path("matters/<int:pk>/", matter.show, name="matter"),
    path("matters/<int:pk>/tell/", matter.tell, name="matter-tell"),
    path("matters/<int:pk>/own/", matter.own, name="matter-own"),
    path("matters/<int:pk>/postpone/", matter.postpone, name="matter-postpone"),
    path("matters/<int:pk>/join/", matter.join, name="matter-join"),
]
