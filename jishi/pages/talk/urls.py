from django.urls import path

from . import files, proposing, saying

urlpatterns = [
    path("tickets/<str:number>/reply/", saying.reply, name="reply"),
    path("tickets/<str:number>/note/", saying.note, name="note"),
    path("tickets/<str:number>/call/", saying.call, name="call"),
    path("tickets/<str:number>/replies/", proposing.replies, name="ticket-replies"),
    path("tickets/<str:number>/mentions/", proposing.mentions, name="mentions"),
    path("tickets/<str:number>/files/", files.upload, name="upload"),
    path("tickets/<str:number>/files/<slug:stored>/", files.file, name="file"),
    path("tickets/<str:number>/files/<slug:stored>/thumb/", files.thumb, name="thumb"),
    path("tickets/<str:number>/files/<slug:stored>/remove/", files.remove, name="file-remove"),
]
