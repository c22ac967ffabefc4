"""The steps that make sense of an article, one module each; `coder.py` lists them in order."""
