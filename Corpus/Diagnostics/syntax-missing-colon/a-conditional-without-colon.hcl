    a = x ? 1
#            ^ error[syntax-missing-colon]: expected ":" and the value for "false", found the end of the line
    b = x ? 1 :
#              ^ error[syntax-expected-expression]: expected an expression, found the end of the line
