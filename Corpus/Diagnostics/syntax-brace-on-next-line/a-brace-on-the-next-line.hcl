    job "a"
#   ^^^^^^^ error[syntax-brace-on-next-line]: the "{" of block "job" must stand on the line of its header
    {
      b = 1
    }
