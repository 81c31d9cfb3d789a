    foo
#   ^^^ error[syntax-item-expected]: "foo" is neither attribute nor block
    b = 2
