    a = 1 2
#         ^ error[syntax-missing-newline]: expected the end of the line after the value of "a", found "2"
    b = "x" y
#           ^ error[syntax-missing-newline]: expected the end of the line after the value of "b", found "y"
