"""Tests that belong to no single app, and what all tests share."""
