    a = f(1 2)
#           ^ error[syntax-missing-separator]: expected "," or ")" in the call of "f", found "2"
