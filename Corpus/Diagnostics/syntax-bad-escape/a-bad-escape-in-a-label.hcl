    job "a\q" {
#         ^^ error[syntax-bad-escape]: "\q" is not an escape
    }
