    b {
    } c = 1
#     ^ error[syntax-missing-newline]: expected the end of the line after the block "b", found "c"
