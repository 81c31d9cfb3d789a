    a = x.
#        ^ error[syntax-attribute-name]: expected a name after ".", found the end of the line
    b = x."y"
#         ^ error[syntax-attribute-name]: the name after a dot is not quoted
    c = x.0.1
#         ^^^ error[syntax-legacy-index]: "0.1" after a dot is no index
    d = x.*.y.*
#            ^^ error[syntax-nested-splat]: ".*" cannot follow another ".*"
    e = x[1
    f = x[]
#   ^ error[syntax-unclosed-bracket]: expected "]" after the index, found "f"
#         ^ error[syntax-expected-expression]: expected an expression, found "]"
