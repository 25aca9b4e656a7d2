"""What was promised and what went through the door meanwhile: pure, of plain values. It knows no register."""
