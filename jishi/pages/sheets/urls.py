from django.urls import path

from . import taking

urlpatterns = [
    path("take/<slug:code>/", taking.take, name="take"),
    path("taken/<int:job>/", taking.taken, name="taken"),
    path("taken/<int:job>/file/", taking.file, name="taken-file"),
]
