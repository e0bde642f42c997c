namespace incursion {}
