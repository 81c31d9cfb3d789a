    a = b::c(1)
    d = b::
#          ^ error[syntax-function-name]: expected the name of a function after "::", found the end of the line
    e = b::c
#           ^ error[syntax-function-name]: expected "(" after the name of a function, found the end of the line
