    b { x = 1
#            ^ error[syntax-one-line-block]: a block that has an attribute on the line of its "{" must end on that line
    }
    c = 1
