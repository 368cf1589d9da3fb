"""A diagnosis as one self-contained HTML file: styles, font and charts inside, nothing fetched, nothing sent."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe

from . import picks
from .compose import verdict
from .sections import sections

STATIC = settings.HOME / "static"
STYLES = ("css/tokens.css", "css/report.css")
SCRIPTS = ("vendor/echarts.common.min.js", "js/report.js")
LANGUAGES = {"zh": "zh-hans", "en": "en"}


def write(diagnosis: dict, path: Path | str, lang: str = "zh") -> None:
    """Write the report of `diagnosis` (the JSON of `jishi analyze`) in "zh" or "en"."""
    with translation.override(LANGUAGES[lang]):
        Path(path).write_text(page(diagnosis, lang), encoding="utf-8")


def page(diagnosis: dict, lang: str) -> str:
    diagnosis = picks.told_once(diagnosis)
    style = "\n".join(inlined(name) for name in STYLES)
    scripts = [(STATIC / name).read_text(encoding="utf-8") for name in SCRIPTS]
    return render_to_string(
        "reports/report.html",
        {
            "lang": {"zh": "zh-Hans", "en": "en"}[lang],
            "policy": policy(style, scripts),
            "style": mark_safe(style),
            "scripts": [mark_safe(script) for script in scripts],
            "it": diagnosis,
            "verdict": verdict(diagnosis),
            **sections(diagnosis),
        },
    )


def policy(style: str, scripts: list[str]) -> str:
    """Only what stands in this file may run, by its hash; no request leaves the page."""
    allowed = " ".join(digest(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {digest(style)}; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def inlined(name: str) -> str:
    """The style sheet with its font as a data URL."""
    css = (STATIC / name).read_text(encoding="utf-8")
    font = b64encode((STATIC / "vendor/fonts/inter.woff2").read_bytes()).decode()
    return css.replace("../vendor/fonts/inter.woff2", f"data:font/woff2;base64,{font}")
