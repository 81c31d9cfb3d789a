a = << EOT
#   ^^ error[syntax-heredoc-marker]: "<<" begins no heredoc here
text = "
EOT
b = <<"EOT"
#   ^^ error[syntax-heredoc-marker]: "<<" begins no heredoc here
more { text
  EOT
c = 1
