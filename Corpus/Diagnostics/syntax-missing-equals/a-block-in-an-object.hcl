    a = {
      x {
#     ^ error[syntax-missing-equals]: expected "=" after the key "x", found "{"
        y = 1
      }
      z = ]
#         ^ error[syntax-expected-expression]: expected an expression, found "]"
      w = 2
    }
