"""The command line's verbs: options, then one file per family of commands; ``assistant.command`` puts them together."""
