a {
  b = 1 /* c
#       ^^ error[syntax-unclosed-comment]: this comment is not closed
}
