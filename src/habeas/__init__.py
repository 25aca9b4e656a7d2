"""habeas: a register that keeps the accounts of political imprisonment."""
