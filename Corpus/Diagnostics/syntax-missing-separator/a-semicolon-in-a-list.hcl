    a = [1; 2]
#         ^ error[syntax-missing-separator]: expected "," or "]" in the list, found ";"
