    a = <<EOT 
#       ^^^^^ error[syntax-heredoc-marker]: nothing may follow the marker that begins a heredoc
    foo
    EOT
    b = 1
