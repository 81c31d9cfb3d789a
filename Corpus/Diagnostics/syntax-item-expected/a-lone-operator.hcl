    a = 1
    + 2
#   ^ error[syntax-item-expected]: expected an attribute or block, found "+"
    b = 2
