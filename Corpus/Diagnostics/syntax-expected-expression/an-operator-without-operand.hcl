    a = 1 +
#          ^ error[syntax-expected-expression]: expected an expression, found the end of the line
    b = * 2
#       ^ error[syntax-expected-expression]: expected an expression, found "*"
    c = !
#        ^ error[syntax-expected-expression]: expected an expression, found the end of the line
