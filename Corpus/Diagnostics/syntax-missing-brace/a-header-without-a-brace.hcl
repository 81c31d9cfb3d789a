    group "a" "b"
#                ^ error[syntax-missing-brace]: expected "{" to begin block "group", found the end of the line
    b = 2
