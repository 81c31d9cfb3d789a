    a = "say "hi" now"
#             ^^ error[syntax-missing-newline]: expected the end of the line after the value of "a", found "hi"
    b = ["x "y" z"]
#            ^ error[syntax-missing-separator]: expected "," or "]" in the list, found "y"
