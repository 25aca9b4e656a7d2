"""Other people's lists: a saved mapping says what each column means, and turns the file into rows of a list."""
