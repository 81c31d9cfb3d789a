    a =
#      ^ error[syntax-missing-value]: "a" has no value
    b = 2
