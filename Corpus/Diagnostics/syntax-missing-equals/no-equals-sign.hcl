    priority 50
#   ^^^^^^^^ error[syntax-missing-equals]: expected "=" after "priority"
    type "batch"
#        ^^^^^^^ error[syntax-missing-equals]: expected "=" after "type", or "{" after its label
