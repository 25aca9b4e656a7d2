"""Which word of a name is what: given name, patronymic, surname, title, initial."""
