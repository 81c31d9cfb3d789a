    a = 0x1f
#        ^^^ error[syntax-missing-newline]: expected the end of the line after the value of "a", found "x1f"
    b = .5
#       ^^ error[syntax-bad-number]: a number begins with a digit
    c = 5.
#        ^ error[syntax-attribute-name]: expected a name after ".", found the end of the line
    d = 1.2.3
#       ^^^^^ error[syntax-bad-number]: "1.2.3" is not a number
    e = 1e5e6
#       ^^^^^ error[syntax-bad-number]: "1e5e6" is not a number
