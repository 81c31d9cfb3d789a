    a = "x
#       ^^ error[syntax-unclosed-string]: this string is not closed
    b = 2
