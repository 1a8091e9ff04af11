"""What language says of an article: tokens, sentences, quotations, people. Knows no rules."""
