    a = {{ b }}
#       ^^ error[syntax-foreign-template]: "{{" is the mark of another template language
    {{ c }}
