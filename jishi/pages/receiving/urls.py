from django.urls import path

from . import calling, form, urgency, weighing

urlpatterns = [
    path("tickets/new/", form.receive, name="receive"),
    path("tickets/new/own/", form.own, name="receive-own"),
    path("tickets/new/subcategories/", form.subcategories, name="receive-subcategories"),
    path("tickets/new/find/", calling.find, name="receive-find"),
    path("tickets/new/card/", calling.card, name="receive-card"),
    path("tickets/new/card/unmask/", calling.unmask, name="receive-unmask"),
    path("tickets/new/newcomer/", calling.newcomer, name="receive-newcomer"),
    path("tickets/new/weigh/", weighing.weigh, name="receive-weigh"),
    path("tickets/new/chase/<str:number>/", calling.chase, name="receive-chase"),
    path("urgency/", urgency.urgency, name="urgency"),
    path("urgency/try/", urgency.try_words, name="urgency-try"),
    path("urgency/rules/", urgency.lay_down, name="urgency-lay-down"),
    path("urgency/rules/<int:rule>/retire/", urgency.retire, name="urgency-retire"),
]
