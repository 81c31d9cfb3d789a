    a = x & y
#         ^ error[syntax-unsupported-operator]: "&" is not an operator
    b = x | y
#         ^ error[syntax-unsupported-operator]: "|" is not an operator
    c = x ^ y
#         ^ error[syntax-unsupported-operator]: "^" is not an operator
    d = ~x
#       ^ error[syntax-invalid-character]: "~" has no meaning here
    e = 2 ** 3
#         ^^ error[syntax-unsupported-operator]: "**" is not an operator
