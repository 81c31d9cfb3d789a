    "job" "a" {
#   ^^^^^ error[syntax-quoted-name]: the type of a block is not quoted
      b = 1
    }
    c = 1
