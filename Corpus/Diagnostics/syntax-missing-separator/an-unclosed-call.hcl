    a = upper("x"
    b = 2
#   ^ error[syntax-missing-separator]: expected "," or ")" in the call of "upper", found "b"
