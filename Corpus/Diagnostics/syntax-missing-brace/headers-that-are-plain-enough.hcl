job("a") {
#  ^^^^^ error[syntax-missing-brace]: the label of block "job" stands without parentheses
  b = 1
}
port 80 {
#    ^^ error[syntax-missing-brace]: the label of block "port" is a word or stands in quotes
  b = 1
}
port 443 {}
#    ^^^ error[syntax-missing-brace]: the label of block "port" is a word or stands in quotes
group a.b {
#      ^ error[syntax-missing-brace]: expected "{" to begin block "group", found "."
  c = 1
}
group "a", "b" {
#        ^ error[syntax-missing-brace]: expected "{" to begin block "group", found ","
  c = 1
}
a = -1
