from django.urls import path

from . import bringing, listing, one, taking_on

urlpatterns = [
    path("people/", listing.people, name="people"),
    path("people/take-on/", taking_on.take_on, name="take-on"),
    path("people/bring/", bringing.bring, name="people-bring"),
    path("people/bring/take-on-all/", bringing.take_on_all, name="people-take-on-all"),
    path("people/<str:number>/", one.person, name="person"),
    path("people/<str:number>/move/", one.move, name="person-move"),
    path("people/<str:number>/invite/", one.invite, name="person-invite"),
    path("people/<str:number>/lock/", one.lock, name="person-lock"),
    path("people/<str:number>/disable/", one.disable, name="person-disable"),
    path("people/<str:number>/enable/", one.enable, name="person-enable"),
]
