    a = "a\qb\x41"
#         ^^ error[syntax-bad-escape]: "\q" is not an escape
#            ^^ error[syntax-bad-escape]: "\x" is not an escape
    b = "\u12"
#        ^^^^ error[syntax-bad-escape]: "\u" takes four hexadecimal digits
    c = "\ud800"
#        ^^^^^^ error[syntax-bad-escape]: "\ud800" is no character
    d = "\U00110000"
#        ^^^^^^^^^^ error[syntax-bad-escape]: "\U00110000" is no character
    e = "\$"
#        ^^ error[syntax-bad-escape]: "\$" is not an escape
