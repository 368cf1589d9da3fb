from django.urls import path

from . import roles

urlpatterns = [
    path("roles/", roles.roles, name="roles"),
    path("roles/add/", roles.add, name="role-add"),
    path("roles/<slug:code>/rights/<slug:right>/", roles.right, name="role-right"),
    path("roles/<slug:code>/reach/", roles.reach, name="role-reach"),
    path("roles/<slug:code>/factor/", roles.factor, name="role-factor"),
    path("roles/<slug:code>/remove/", roles.remove, name="role-remove"),
]
