"""Programs of others that newslint can ask or speak to. The engine knows none of them: they make proposals."""
