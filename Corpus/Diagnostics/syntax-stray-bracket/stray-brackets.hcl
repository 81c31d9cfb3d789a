    a = 1]
#        ^ error[syntax-stray-bracket]: this "]" closes nothing
    b = 2)
#        ^ error[syntax-stray-bracket]: this ")" closes nothing
