    a = 1,
#        ^ error[syntax-unexpected-comma]: no comma after an attribute
    b = 2, c = 3
#        ^ error[syntax-unexpected-comma]: no comma after an attribute
