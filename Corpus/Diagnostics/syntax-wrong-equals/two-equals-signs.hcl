    count == 1
#         ^^ error[syntax-wrong-equals]: expected "=" after "count", found "=="
