"""Tests of the grammar of time expressions, module by module."""
