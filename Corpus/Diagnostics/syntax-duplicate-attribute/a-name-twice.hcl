    a = 1
    b {
      a = 2
    }
    a = 3
#   ^ error[syntax-duplicate-attribute]: "a" is set twice
