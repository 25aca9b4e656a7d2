"""What a spelling sounds like: tables of every script, and how likely one sound stands for another."""
