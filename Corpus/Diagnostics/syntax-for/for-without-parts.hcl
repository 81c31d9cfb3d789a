    a = [for x y : z]
#              ^ error[syntax-for]: expected "in" in the "for" expression, found "y"
    b = [for x in y z]
#                   ^ error[syntax-for]: expected ":" in the "for" expression, found "z"
    c = {for x in y : z}
#                      ^ error[syntax-for]: expected "=>" in the "for" expression, found "}"
    d = [for k, v in y : k => v]
#                          ^^ error[syntax-for]: a "for" expression in "[ ]" makes a list, which has no keys
    e = [for x in y : x...]
#                      ^^^ error[syntax-for]: "..." gathers values by key, and a list has no keys
    f = [for 1 in y : x]
#            ^ error[syntax-for]: expected the name of a variable in the "for" expression, found "1"
    g = [for x in y : x if z w]
#                            ^ error[syntax-for]: expected "]" in the "for" expression, found "w"
