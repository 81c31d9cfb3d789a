    b {
    }
    }
#   ^ error[syntax-stray-brace]: this "}" closes nothing
    c = 1
    }
