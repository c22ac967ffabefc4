"""Datasets: many articles coded, kept, linked into stories, asked, corrected and exported."""
