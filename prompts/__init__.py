"""Prompts for an optional language model, one Markdown file each, with `$name` placeholders and no conditions."""
