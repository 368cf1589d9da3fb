"""Every address of the desk; each view says who may open it."""

from django.conf import settings
from django.urls import path

from jishi.pages import home, login, parts, preferences

urlpatterns = [
    path("", home.home, name="home"),
    path("more/", home.more, name="more"),
    path("login/", login.login, name="login"),
    path("logout/", login.logout, name="logout"),
    path("language/", preferences.language, name="language"),
    path("theme/", preferences.theme, name="theme"),
]
if settings.DEBUG:
    urlpatterns.append(path("parts/", parts.parts, name="parts"))

handler404 = "jishi.pages.refusing.missing"
