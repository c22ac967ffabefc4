"""Tests of the coding steps."""
