# Two commands: make demo, make test. The rest are parts of them. Needs Python 3.11 or newer; uv is fetched if it is missing.
export UV_PYTHON_DOWNLOADS = never
export UV_COMPILE_BYTECODE = 1
export UV_SYSTEM_CERTS = 1
uv := $(or $(shell command -v uv 2>/dev/null),.tools/bin/uv)
run := $(uv) run --frozen

.PHONY: demo serve test lint bench words
demo: $(uv) ; $(run) --no-dev jishi demo
serve: $(uv) ; $(run) --no-dev jishi serve
test: $(uv) ; python3 scripts/require chromium xgettext && $(run) scripts/test
lint: $(uv) ; $(run) scripts/lint
bench: $(uv) ; $(run) python -m bench $(ONLY)
words: $(uv) ; python3 scripts/require xgettext && $(run) scripts/words && $(run) scripts/glossary

.tools/bin/uv:
	PIP_ROOT_USER_ACTION=ignore PIP_DISABLE_PIP_VERSION_CHECK=1 python3 -m pip install -q --upgrade --target .tools uv
