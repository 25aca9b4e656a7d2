"""The addresses of the site: pages from `web`, data from `api`."""

from django.urls import include, path

from habeas.api.routes import api, described, missing

urlpatterns = [
    path("api/", missing),
    path("api/openapi.json", described),
    path("api/", api.urls),
    path("api/<path:rest>", missing),
    path("", include("habeas.web.urls")),
]
handler400 = "habeas.web.errors.not_understood"
handler404 = "habeas.web.errors.not_found"
handler500 = "habeas.web.errors.fault"
