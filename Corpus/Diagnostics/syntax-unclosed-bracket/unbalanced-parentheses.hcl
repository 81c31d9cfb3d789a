    a = (1 + 2
    b = 3
#   ^ error[syntax-unclosed-bracket]: expected ")", found "b"
