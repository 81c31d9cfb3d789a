    [[ $x ]]
#   ^^ error[syntax-foreign-template]: "[[" is the mark of another template language
    a = [[ .y ]]
    [[ end ]]
