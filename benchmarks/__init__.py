"""Measurements of newslint, run by hand: `python -m benchmarks.NAME`."""
