"""Wrong passwords from many threads at a desk that is really served: five are tries, the others wait (TRUST H1)."""

import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from tests.pages.conftest import desk  # noqa: F401  (one of its own: others do not wait for it)

pytestmark = pytest.mark.browser  # takes the desk the browsers look at
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def tried(url, number):
    opener = build_opener(HTTPCookieProcessor(CookieJar()))
    token = TOKEN.search(opener.open(f"{url}/login/", timeout=60).read().decode())[1]
    form = urlencode({"csrfmiddlewaretoken": token, "number": number, "password": "wrong"}).encode()
    try:
        return opener.open(f"{url}/login/", form, timeout=60).status
    except HTTPError as refused:
        return refused.code


@pytest.mark.parametrize("number", ["wang", "nobody-of-ours"])
def test_at_most_five_wrong_passwords_are_answered_as_tries(desk, number):  # noqa: F811
    with ThreadPoolExecutor(12) as threads:
        answers = Counter(threads.map(lambda _: tried(desk.url, number), range(12)))
    assert answers == {422: 5, 429: 7}
