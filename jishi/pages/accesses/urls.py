from django.urls import path

from . import accesses

urlpatterns = [path("accesses/", accesses.accesses, name="accesses")]
