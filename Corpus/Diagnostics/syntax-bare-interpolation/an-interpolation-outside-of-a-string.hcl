    a = ${b}
#       ^^ error[syntax-bare-interpolation]: "${" stands in strings and heredocs only
