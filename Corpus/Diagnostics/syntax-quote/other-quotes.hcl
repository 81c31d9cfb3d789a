    a = 'x'
#       ^^^ error[syntax-quote]: a string stands in double quotes, not in '
    b = `x`
#       ^^^ error[syntax-quote]: a string stands in double quotes, not in `
    c = “x”
#       ^^^ error[syntax-quote]: a string stands in double quotes, not in “
    d = 'say "x"'
#       ^^^^^^^^^ error[syntax-quote]: a string stands in double quotes, not in '
