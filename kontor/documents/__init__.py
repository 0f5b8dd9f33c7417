"""Stored files of companies and who may fetch them."""
