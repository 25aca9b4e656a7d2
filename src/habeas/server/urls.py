"""The addresses of the site: pages from `web`, data from `api`."""

from django.urls import include, path

from habeas.api.routes import api

urlpatterns = [
    path("api/", api.urls),
    path("", include("habeas.web.urls")),
]
