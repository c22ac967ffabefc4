"""Tests of the profiles of exports."""
