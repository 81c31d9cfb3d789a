    a = <<EOT
    echo ${FOO%%x}
#              ^ error[syntax-expected-expression]: expected an expression, found "%"
    echo ${1#y} }
#        ^^ error[syntax-unclosed-interpolation]: this "${" is not closed
    EOT
