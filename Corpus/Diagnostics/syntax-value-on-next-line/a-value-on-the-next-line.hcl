    a =
#      ^ error[syntax-value-on-next-line]: the value of "a" must begin on the line of its "="
      "x"
    b = 2
