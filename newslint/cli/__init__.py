"""The command line."""


def main() -> None:
    """Entry point of the `newslint` command (a stand-in while the rooms below are built)."""
    import json
    import sys
    from pathlib import Path

    from newslint.engine import Linter
    from newslint.readers.base import ReadContext, format_of, read
    from newslint.readers.decoding import decode
    from newslint.rulebook import rules_folder
    from newslint.rulebook.load import load_pack

    rules, lexicon = load_pack(rules_folder() / "core")
    linter = Linter(rules, lexicon)
    files, errors = [], []
    for path in (a for a in sys.argv[2:] if not a.startswith("-") and a != "json"):
        try:
            source, notes = decode(Path(path).read_bytes(), path)
            document = read(source, format_of(path) or "text", ReadContext(lexicon))
        except ValueError as error:
            errors.append({"path": path, "message": str(error)})
            continue
        report = linter.lint(document)
        diagnostics = []
        for d in report.diagnostics:
            (line, column), (end_line, end_column) = (source.position(x) for x in d.span)
            diagnostics.append(
                {"rule": d.rule, "severity": d.severity, "message": d.message, "match": d.match, "line": line, "column": column,
                 "end_line": end_line, "end_column": end_column, "offset": d.span.start, "end_offset": d.span.end,
                 "fixes": [{"title": f.title, "edits": [{"offset": e.span.start, "end_offset": e.span.end, "text": e.text} for e in f.edits]} for f in d.fixes]})
        files.append({"path": path, "verdict": report.verdict, "diagnostics": diagnostics})
    json.dump({"version": 1, "files": files, "errors": errors}, sys.stdout)
    sys.exit(2 if errors else int(any(f["verdict"] == "block" for f in files)))
