"""Middleware that writes down which names an address asks its query and its form for: nobody has to list them."""

from collections import defaultdict

from django.http import QueryDict

heard: dict[str, set[str]] = defaultdict(set)  # "GET board/" -> the names asked for
ALL_OF_THEM = "*"  # it looks at every name there is


class Overheard(QueryDict):
    at = ""

    def __getitem__(self, name):
        heard[self.at].add(name)
        return super().__getitem__(name)

    def get(self, name, default=None):
        heard[self.at].add(name)
        return super().get(name, default)

    def getlist(self, name, default=None):
        heard[self.at].add(name)
        return super().getlist(name, default)

    def __contains__(self, name):
        heard[self.at].add(name)
        return super().__contains__(name)

    def __iter__(self):
        heard[self.at].add(ALL_OF_THEM)
        return super().__iter__()


def overhear(answer):
    def overheard(request):
        said = Overheard(request.META.get("QUERY_STRING", ""), encoding=request.encoding)
        said.at, request.GET = f"GET {request.path}", said
        if request.method == "POST" and request.content_type == "application/x-www-form-urlencoded":
            told = Overheard(request.body, encoding=request.encoding)
            told.at, request._files = f"POST {request.path}", request.FILES
            request._post = told
        return answer(request)

    return overheard
