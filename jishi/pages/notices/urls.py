from django.urls import path

from . import told

urlpatterns = [
    path("notices/", told.notices, name="notices"),
    path("notices/count/", told.bell, name="bell"),
    path("notices/seen/", told.see_all, name="notices-seen"),
    path("notices/<int:notice>/open/", told.open_one, name="notice-open"),
]
