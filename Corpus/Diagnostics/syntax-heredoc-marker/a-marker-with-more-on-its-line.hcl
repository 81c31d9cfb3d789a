    a = f(<<EOT
    foo
    EOT)
#   ^^^ error[syntax-heredoc-marker]: the end marker of a heredoc stands on a line of its own
    b = 1
