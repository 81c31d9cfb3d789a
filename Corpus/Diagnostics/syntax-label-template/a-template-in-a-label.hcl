    job "a-${b}" {
#          ^^ error[syntax-label-template]: a label is plain text, without "${" and "%{"
    }
