    env "A" = "b"
#           ^ error[syntax-block-equals]: "env" with a label begins a block, which has no "="
    c = 1
