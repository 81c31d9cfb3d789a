    a = { x = , y = }
#             ^ error[syntax-missing-value]: "x" has no value
#                   ^ error[syntax-missing-value]: "y" has no value
    b = {
      z =
#        ^ error[syntax-missing-value]: "z" has no value
    }
