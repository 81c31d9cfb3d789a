    a = 1 b = 2
#         ^ error[syntax-missing-newline]: expected the end of the line after the value of "a", found "b"
