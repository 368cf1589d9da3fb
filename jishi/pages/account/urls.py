from django.urls import path

from . import account, joining, login

urlpatterns = [
    path("login/", login.login, name="login"),
    path("login/second/", login.second, name="second"),
    path("login/lost/", login.lost, name="lost"),
    path("logout/", login.logout, name="logout"),
    path("join/", joining.join, name="join"),
    path("join/<str:token>/", joining.link, name="link"),
    path("account/", account.account, name="account"),
    path("account/password/", account.password, name="password"),
    path("account/factor/", account.factor_begin, name="factor"),
    path("account/factor/confirm/", account.factor_confirm, name="factor-confirm"),
    path("account/factor/drop/", account.factor_drop, name="factor-drop"),
    path("account/sessions/", account.sessions, name="sessions"),
]
