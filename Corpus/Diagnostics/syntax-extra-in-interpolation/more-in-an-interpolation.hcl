    a = "${b c}"
#            ^ error[syntax-extra-in-interpolation]: expected "}" after the expression, found "c"
    d = "${FOO:-bar}"
#             ^ error[syntax-extra-in-interpolation]: expected "}" after the expression, found ":"
