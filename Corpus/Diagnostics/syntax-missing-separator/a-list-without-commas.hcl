    a = [1 2 3]
#          ^ error[syntax-missing-separator]: expected "," or "]" in the list, found "2"
    b = [
      "x"
      "y"
#     ^ error[syntax-missing-separator]: expected "," or "]" in the list, found a string
    ]
