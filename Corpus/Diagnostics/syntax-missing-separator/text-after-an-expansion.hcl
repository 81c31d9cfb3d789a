    a = f(x..., y)
#             ^ error[syntax-missing-separator]: expected ")" after "...", found ","
