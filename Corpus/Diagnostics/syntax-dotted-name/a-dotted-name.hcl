    a.b = 1
#   ^^^ error[syntax-dotted-name]: the name of an attribute is one word
    a["x"] = 2
#   ^^^^^^ error[syntax-dotted-name]: the name of an attribute is one word
