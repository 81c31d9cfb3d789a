    a = @x
#       ^ error[syntax-invalid-character]: "@" has no meaning here
    b = $x
#       ^ error[syntax-invalid-character]: "$" has no meaning here
    c =   1
#       ^ error[syntax-invalid-character]: the character U+00A0 has no meaning here
    ? = 1
#   ^ error[syntax-item-expected]: expected an attribute or block, found "?"
