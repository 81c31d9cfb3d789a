    a = [1, 2
    b = 3
#   ^ error[syntax-missing-separator]: expected "," or "]" in the list, found "b"
