"""What customers and our staff write to each other, by language.

Each conversation: a line `# kind machine | subject`, then a line for each message: who, hours after the one before, words.
`machine` is the drawing or area of a fitting machine, or `-` for none; a season may follow. Who: `c` the customer, `s` our staff, `n` a note of
staff; `c*name` brings the picture of that name. `{a|b}` means one of them; `{machine}`, `{model}`, `{serial}`, `{place}`,
`{hours}`, `{me}`, `{you}`, `{invoice}` are filled in; ` / ` begins a new paragraph.
"""
