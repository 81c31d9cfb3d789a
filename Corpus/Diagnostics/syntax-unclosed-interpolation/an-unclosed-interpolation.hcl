    a = "x ${b"
#          ^^ error[syntax-unclosed-interpolation]: this "${" is not closed
    c = 2
