    a = "${ ${b} }"
#           ^^ error[syntax-bare-interpolation]: no "${" inside another one
