    a = { x 1 }
#           ^ error[syntax-missing-equals]: expected "=" after the key "x", found "1"
    b = { "x" }
#             ^ error[syntax-missing-equals]: expected "=" after the key "x", found "}"
    c = { x }
#           ^ error[syntax-missing-equals]: expected "=" after the key "x", found "}"
