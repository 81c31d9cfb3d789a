    "count" = 1
#   ^^^^^^^ error[syntax-quoted-name]: the name of an attribute is not quoted
    b = 2
