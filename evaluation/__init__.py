"""Measures Sayso on public test sets and on hand-coded articles. Not part of the package."""
