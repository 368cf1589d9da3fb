export UV_PYTHON_DOWNLOADS = never
uv := $(shell command -v uv || echo .tools/bin/uv)
run := $(uv) run --frozen

.PHONY: demo serve test lint bench words
demo: .venv ; $(run) --no-dev jishi demo
serve: .venv ; $(run) --no-dev jishi serve
test: .venv ; scripts/require chromium xgettext && $(run) scripts/test
lint: .venv ; $(run) scripts/lint
bench: .venv ; $(run) python -m bench $(ONLY)
words: .venv ; $(run) scripts/words

.venv: pyproject.toml uv.lock $(if $(findstring .tools,$(uv)),.tools/bin/uv)
	$(uv) sync --frozen $(if $(filter demo serve,$(MAKECMDGOALS)),--no-dev --inexact)
	touch .venv

.tools/bin/uv:
	python3 -m pip install --quiet --target .tools uv
