job = "a" {
#   ^ error[syntax-block-equals]: no "=" between "job" and the label of a block
  group name = "g" {
#       ^^^^^^ error[syntax-block-equals]: the label of block "group" stands alone, without a name and "="
    b = 1
  }
}
