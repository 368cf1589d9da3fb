from django.urls import path

from . import bringing, listing, one

urlpatterns = [
    path("customers/", listing.customers, name="customers"),
    path("customers/new/", one.new, name="customer-new"),
    path("customers/bring/", bringing.bring, name="customers-bring"),
    path("customers/bring/carry-out/", bringing.carry_out, name="customers-carry-out"),
    path("customers/<str:number>/", one.customer, name="customer"),
    path("customers/<str:number>/unmask/", one.unmask, name="customer-unmask"),
    path("customers/<str:number>/erase/", one.erase, name="customer-erase"),
    path("customers/<str:number>/keep/", one.keep, name="customer-keep"),
]
