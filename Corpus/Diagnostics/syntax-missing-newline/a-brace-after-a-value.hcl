    b {
      a = 1 }
#           ^ error[syntax-missing-newline]: the line must end before this "}"
    c = 2
