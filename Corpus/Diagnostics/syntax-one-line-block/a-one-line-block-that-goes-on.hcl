    b { x = 1
#            ^ error[syntax-one-line-block]: a block that begins on the line of its "{" ends on that line too
    }
    c = 1
