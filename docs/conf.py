"""Builds the documentation: `sphinx-build -W docs site`. The pages of rules and styles are made from the rules."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import newslint

project = "newslint"
copyright = "The newslint maintainers"
version = release = newslint.__version__

extensions = ["myst_parser", "rule_pages"]
source_suffix = {".md": "markdown"}
root_doc = "index"
exclude_patterns = ["schema"]
myst_heading_anchors = 3
# Marks are what many rules are about: they stand as they are written.
smartquotes = False
# A schema and files outside docs/ are linked as they are.
suppress_warnings = ["myst.xref_missing", "misc.highlighting_failure"]

html_theme = "furo"
html_title = "newslint"
html_show_sphinx = False
html_copy_source = False
html_static_path = ["static"]
html_css_files = ["rules.css"]
html_theme_options = {"footer_icons": []}
# Sphinx searches in the browser, from files alone: the site works from a folder, without a server or a network.
