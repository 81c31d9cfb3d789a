    a = "${}"
#        ^^^ error[syntax-expected-expression]: nothing between "${" and "}"
