"""Builds what the package ships; never needed to run it."""
