    b { x = 1, y = 2 }
#            ^ error[syntax-unexpected-comma]: no comma after an attribute
    c { x = 1 y = 2 }
#             ^ error[syntax-one-line-block]: a block on one line holds one attribute only
    d { e { } }
#       ^ error[syntax-one-line-block]: a block on one line holds no other block
