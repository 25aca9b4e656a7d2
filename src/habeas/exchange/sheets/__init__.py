"""Other people's files read as tables: text with separators, workbooks, JSON; and the table that is held of them."""
