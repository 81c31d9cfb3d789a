    job "a" = {
#           ^ error[syntax-block-equals]: no "=" between the labels of block "job" and its "{"
      b = 1
    }
